import { DAY_MS, addMs, romeDate } from '@salvatempo/kernel';
import { bodyOf, noSuch, type Act } from './act';
import { inventPerson, inventVatNumber, type InventedPerson } from './invented';
import { recent, type Firm, type Territory } from './territory';

const foundFirm: Act = {
  name: 'found-firm',
  weight: 1,
  async run(territory) {
    const { firms, awaited, randomness } = territory;
    if (!territory.hasRoom(firms.length, 4, 300)) return;
    const owner = territory.newPerson(`owner ${firms.length}`);
    const vatNumber = randomness.chance(0.1) && firms.length > 0 ? firms[0]!.vatNumber : awaited.length > 0 && randomness.chance(0.5) ? randomness.pick(awaited) : inventVatNumber(randomness);
    const firm: Firm = {
      owner,
      declaredOwner: inventPerson(randomness),
      vatNumber,
      headcount: randomness.pick([1, 2, 3, 3, 3, 8]),
      planIds: [],
      staff: [],
      employees: [],
    };
    firms.push(firm);
    await owner.signUp(`owner-${firms.length}@firm.example`);
    await register(firm, randomness.chance(0.7));
    // Some are in a hurry and credit before anybody is in the list.
    if (randomness.chance(0.4)) await openPlanOf(firm).then(() => creditEverybody(firm, territory));
  },
};

/** Says who its owner is, in the firm's data. */
const ownerOf = ({ declaredOwner: { name, surname, fiscalCode } }: Firm): object => ({ ownerName: name, ownerSurname: surname, ownerFiscalCode: fiscalCode });

async function register(firm: Firm, saysOwner = false): Promise<void> {
  const { owner, vatNumber, headcount } = firm;
  const reply = await owner.post('/api/companies/firms', {
    name: `Firm ${vatNumber}`,
    vatNumber,
    employeesCount: headcount,
    occupatiCount: headcount + 1,
    sector: '14.13',
    municipality: 'E648',
    declarationAccepted: true,
    ...(saysOwner && ownerOf(firm)),
  });
  firm.firmId = bodyOf<{ firmId: string }>(reply)?.firmId ?? firm.firmId;
}

/** A firm that stands, whose owner knows its id. */
export const someFirm = ({ firms, randomness }: Territory): (Firm & { firmId: string }) | undefined => {
  const standing = firms.filter((firm): firm is Firm & { firmId: string } => firm.firmId !== undefined);
  return recent(standing, randomness, randomness.pick([2, 6, 40]));
};

const registerAgain: Act = {
  name: 'register-firm-again',
  weight: 0.5,
  async run({ firms, randomness }) {
    if (firms.length > 0) await register(randomness.pick(firms));
  },
};

const declareAgain: Act = {
  name: 'declare-again',
  weight: 0.3,
  async run(territory) {
    const firm = someFirm(territory);
    const employeesCount = territory.randomness.pick([1, 2, 3, 8]);
    const data = { name: 'Firm', employeesCount, occupatiCount: employeesCount + 1, sector: '14.13', municipality: 'E648', declarationAccepted: true };
    if (firm) await firm.owner.post(`/api/companies/firms/${firm.firmId}/declarations`, territory.randomness.chance(0.5) ? { ...data, ...ownerOf(firm) } : data);
  },
};

const importStaff: Act = {
  name: 'import-staff',
  weight: 1.5,
  async run(territory) {
    const { randomness } = territory;
    const firm = someFirm(territory);
    if (!firm) return;
    const isNew = firm.staff.length < 4;
    const people = isNew ? [...firm.staff, newcomer(territory), inventPerson(randomness)] : firm.staff;
    const hiredOn = randomness.chance(0.5) ? dayFrom(territory, -10) : '';
    const rows = people.map(({ fiscalCode, name, surname }) => `${fiscalCode},${name},${surname},${hiredOn}`);
    if (randomness.chance(0.2)) rows.push('NONVALIDO,Nessuno,Nemo,');
    const csv = ['codice_fiscale,nome,cognome,data_assunzione', ...rows].join('\n');
    if (randomness.chance(0.3)) await firm.owner.preview(`/api/companies/firms/${firm.firmId}/employee-imports/previews`, csv);
    const reply = await firm.owner.post(`/api/companies/firms/${firm.firmId}/employee-imports`, csv);
    if (reply && reply.status < 300)
      for (const person of people) if (!firm.staff.includes(person)) firm.staff.push(person);
  },
};

/** The day in Rome that many days from now. */
export const dayFrom = ({ desk }: Territory, days: number): string => romeDate(addMs(desk.world.now, days * DAY_MS));

/** Somebody in the list of a firm that stands, with where what happens to them is written down. */
async function somebodyOf(territory: Territory): Promise<{ readonly owner: Firm['owner']; readonly url: string } | undefined> {
  const firm = someFirm(territory);
  const page = firm && (await firm.owner.get<{ items: { employeeId: string }[] }>(`/api/companies/firms/${firm.firmId}/employees`));
  if (!firm || !page || page.items.length === 0) return undefined;
  return { owner: firm.owner, url: `/api/companies/firms/${firm.firmId}/employees/${territory.randomness.pick(page.items).employeeId}` };
}

const letGo: Act = {
  name: 'let-go',
  weight: 0.6,
  async run(territory) {
    const somebody = await somebodyOf(territory);
    const lastDay = dayFrom(territory, territory.randomness.pick([-20, -1, -1, 0, 3, 30_000]));
    if (somebody) await somebody.owner.post(`${somebody.url}/departures`, { lastDay });
  },
};

const rehire: Act = {
  name: 'rehire',
  weight: 1,
  async run(territory) {
    const somebody = await somebodyOf(territory);
    const firstDay = dayFrom(territory, territory.randomness.pick([-30, 0, 0, 2, 2]));
    if (somebody) await somebody.owner.post(`${somebody.url}/rehirings`, { firstDay });
  },
};

/** Mostly somebody new; sometimes somebody who works for another firm too. */
function newcomer({ randomness, firms }: Territory): InventedPerson {
  const known = firms.flatMap(({ staff }) => staff);
  return known.length > 0 && randomness.chance(0.25) ? randomness.pick(known) : inventPerson(randomness);
}

async function openPlanOf(firm: Firm): Promise<void> {
  if (firm.firmId === undefined || firm.planIds.length >= 2) return;
  const body = { firmId: firm.firmId, title: 'Piano welfare', source: 'REGOLAMENTO_VINCOLANTE' };
  const planId = bodyOf<{ planId: string }>(await firm.owner.post('/api/benefits/plans', body))?.planId;
  if (planId !== undefined) firm.planIds.push(planId);
}

async function creditEverybody(firm: Firm, { randomness, desk }: Territory): Promise<void> {
  if (firm.planIds.length === 0) return;
  const days = randomness.chance(0.1) ? -2 : randomness.pick([1, 3, 20, 60]);
  const validUntil = romeDate(addMs(desk.world.now, days * DAY_MS));
  const letter = randomness.pick(['c.3', 'c.3', 'c.3', 'f']);
  // Few hours, so that two purchases at once want the same ones.
  const amount = randomness.chance(0.3) ? { minutes: randomness.pick([30, 60, 90]), hourCents: randomness.pick([2_000, 4_000, 4_001]) } : { amountCents: randomness.pick([1_000, 5_000, 10_000, 10_000]) };
  const body = { ...amount, letter, validUntil };
  await firm.owner.post(`/api/benefits/plans/${randomness.pick(firm.planIds)}/credit-runs`, body);
}

const openPlan: Act = {
  name: 'open-plan',
  weight: 0.7,
  async run(territory) {
    const firm = someFirm(territory);
    if (firm) await openPlanOf(firm);
  },
};

const credit: Act = {
  name: 'credit',
  weight: 1.5,
  async run(territory) {
    const firm = someFirm(territory);
    if (firm) await creditEverybody(firm, territory);
  },
};

const settleYear: Act = {
  name: 'settle-year',
  weight: 0.3,
  async run(territory) {
    const { randomness } = territory;
    const firm = someFirm(territory);
    if (!firm) return;
    const taxYear = Number(romeDate(territory.desk.world.now).slice(0, 4)) - randomness.pick([0, 1, 1, 2]);
    await firm.owner.post('/api/benefits/year-settlements', { firmId: firm.firmId, taxYear });
    await firm.owner.get(`/api/benefits/year-settlements/accounts?firmId=${firm.firmId}&taxYear=${taxYear}`);
  },
};

const withdraw: Act = {
  name: 'withdraw',
  weight: 0.7,
  async run(territory) {
    const { randomness } = territory;
    const firm = someFirm(territory);
    if (!firm) return;
    const page = await firm.owner.get<{ items: { accountId: string }[] }>('/api/benefits/accounts?limit=20');
    const accountId =
      page && page.items.length > 0 && !randomness.chance(0.1) ? randomness.pick(page.items).accountId : noSuch('acc');
    const amount = randomness.chance(0.3) ? { minutes: randomness.pick([1, 20, 60, 60_000]) } : { amountCents: randomness.pick([100, 1_000, 2_500, 10_000_000]) };
    await firm.owner.post(`/api/benefits/accounts/${accountId}/withdrawals`, {
      ...amount,
      reason: 'accredito per errore',
    });
  },
};

const apply: Act = {
  name: 'apply-for-call',
  weight: 2.6,
  async run(territory) {
    const { randomness, callIds } = territory;
    const firm = someFirm(territory);
    if (!firm) return;
    const callId = randomness.chance(0.05)
      ? noSuch('cal')
      : (recent(callIds, randomness, randomness.pick([1, 3, 14])) ?? noSuch('cal'));
    const declared = randomness.chance(0.5) ? {} : { artisan: randomness.chance(0.5), memberships: ['rete-lodi'], otherFunding: randomness.chance(0.5) };
    await firm.owner.post(`/api/programmes/calls/${callId}/applications`, { firmId: firm.firmId, ...declared });
  },
};

const renounce: Act = {
  name: 'renounce-grant',
  weight: 0.15,
  async run(territory) {
    const firm = someFirm(territory);
    if (!firm) return;
    const page = await firm.owner.get<{ items: { allotmentId: string }[] }>(`/api/programmes/allotments?firmId=${firm.firmId}`);
    if (!page || page.items.length === 0) return;
    await firm.owner.post(`/api/programmes/allotments/${territory.randomness.pick(page.items).allotmentId}/renunciation`, { reason: 'non serve' });
  },
};

/** Mostly a little; sometimes so much that the ceiling is near, or a date that is still to come. */
const declareAid: Act = {
  name: 'declare-aid',
  weight: 0.4,
  async run(territory) {
    const { randomness, desk } = territory;
    const firm = someFirm(territory);
    if (!firm) return;
    const days = randomness.chance(0.2) ? 2 : -randomness.between(1, 1_500);
    const item = { regime: 'de-minimis-2831', amountCents: randomness.pick([1_000, 500_000, 29_930_000]), grantedOn: romeDate(addMs(desk.world.now, days * DAY_MS)) };
    await firm.owner.post(`/api/programmes/firms/${firm.firmId}/aid`, { items: [item] });
  },
};

const look: Act = {
  name: 'look-at-firm',
  weight: 0.7,
  async run(territory) {
    const firm = someFirm(territory);
    if (!firm) return;
    await firm.owner.get(`/api/benefits/bills/${firm.firmId}`);
    await firm.owner.get('/api/benefits/plans');
    await firm.owner.get(`/api/programmes/allotments?firmId=${firm.firmId}`);
    await firm.owner.get(`/api/programmes/firms/${firm.firmId}/aid`);
  },
};

export const ownerActs: readonly Act[] = [
  foundFirm,
  registerAgain,
  declareAgain,
  importStaff,
  letGo,
  rehire,
  openPlan,
  credit,
  settleYear, withdraw,
  apply,
  declareAid,
  renounce,
  look,
];
