import { addMs, DAY_MS, romeDate } from '@salvatempo/kernel';
import { bodyOf, noSuch, type Act } from './act';
import type { Person } from './person';
import { recent, type Territory } from './territory';

const CLAIMS = '/api/benefits/claims';

/** Some people decide claims; all but the first of them work for a firm and claim as well. */
const appointValidator: Act = {
  name: 'appoint-claims-validator',
  weight: 0.3,
  async run(territory) {
    const { operator, validators, randomness } = territory;
    if (!operator) return;
    const known = validators.length > 0 && randomness.chance(0.3) ? randomness.pick(validators) : undefined;
    if (validators.length >= 6 && !known) return;
    const claimant = recent(territory.employees, randomness)?.person;
    if (validators.length > 0 && !known && !claimant) return;
    const validator = known ?? (validators.length > 0 ? claimant! : territory.newPerson(`validator ${validators.length}`));
    if (validator !== claimant && !known) await validator.signUp(`convalida-${validators.length}@territory.example`);
    const personId = (await validator.get<{ personId: string }>('/api/identity/sessions/current'))?.personId;
    if (personId !== undefined && bodyOf(await operator.post('/api/benefits/claims-validators', { personId }))) validators.push(validator);
  },
};

/** Few numbers, so that documents are claimed twice; few files, so that they are known again. */
const documentOf = ({ randomness, desk }: Territory, totalCents: number, numbers = 400): object => ({
  ...{ kind: 'invoice', issuer: 'Energia', issuerCode: '00743110157', number: `${randomness.below(numbers)}`, date: romeDate(desk.world.now), description: 'Bolletta' },
  ...{ holder: 'employee', namesUser: true, totalCents, vatExempt: false, stamped: false },
});

async function handIn(person: Person, { randomness }: Territory, files = 600, isReal = !randomness.chance(0.05)): Promise<string | undefined> {
  const content = isReal ? `%PDF-1.4\n% ${randomness.below(files)}\n%%EOF` : 'no document';
  return bodyOf<{ documentId: string }>(await person.post('/api/benefits/claim-documents', Buffer.from(content)))?.documentId;
}

/** What is said of a home bill. */
const factsOf = (document: object, askedCents: number, paidOn: string): object => ({
  expenseType: 'utenze', document, payment: { paidOn, method: 'traceable', payer: 'employee' }, hasCertificate: false, aidCents: 0, askedCents, notReimbursedElsewhere: true, notDeducted: true,
});

/** A validator's yes, to all of it or, with a code, to a part. */
const approve = (validator: Person, url: string, approvedCents: number, code?: string) =>
  validator.post(`${url}/approval`, { approvedCents, legible: true, rightCategory: true, ...(code && { code }) });

/** A home bill, sometimes far above the balance; or a file that is handed in for nothing. */
async function claim(person: Person, territory: Territory): Promise<void> {
  const { randomness, desk } = territory;
  const documentId = await handIn(person, territory);
  if (documentId === undefined || randomness.chance(0.1)) return;
  const askedCents = randomness.pick([50, 700, 700, 3_000, 120_000, 120_000]);
  const paidOn = romeDate(addMs(desk.world.now, randomness.pick([0, 0, 0, -30, 2]) * DAY_MS));
  const document = documentOf(territory, randomness.pick([askedCents, askedCents, 2 * askedCents]));
  const facts = factsOf(document, askedCents, paidOn);
  await person.preview(`${CLAIMS}/checks`, facts);
  await person.post(CLAIMS, { ...facts, documentIds: [documentId] });
}

const claimExpense: Act = {
  name: 'claim-expense',
  weight: 2.4,
  async run(territory) {
    const { randomness, validators, employees } = territory;
    const person = validators.length > 1 && randomness.chance(0.2) ? randomness.pick(validators.slice(1)) : recent(employees, randomness, 12)?.person;
    if (person) await claim(person, territory);
  },
};

interface ClaimItem {
  readonly claimId: string;
  readonly status: string;
  readonly askedCents: number;
  readonly approvedCents: number;
  readonly reviewBy?: string;
}

/** So many that none comes twice. */
const ANY = 1_000_000_000;

/** A home bill that nothing is wrong with. */
async function soundClaim(person: Person, territory: Territory, askedCents: number): Promise<string | undefined> {
  const documentId = await handIn(person, territory, ANY, true);
  if (documentId === undefined) return undefined;
  const facts = factsOf(documentOf(territory, askedCents, ANY), askedCents, romeDate(territory.desk.world.now));
  return bodyOf<{ claimId: string }>(await person.post(CLAIMS, { ...facts, documentIds: [documentId] }))?.claimId;
}

/** What is asked of a claim once it can be decided: its document is counted and its credit held first, so it is looked at a few times. */
async function openedCents(person: Person, claimId: string): Promise<number | undefined> {
  for (let looked = 0; looked < 20; looked++) {
    const seen = await person.get<{ status: string; askedCents: number }>(`${CLAIMS}/${claimId}`);
    if (seen?.status === 'open') return seen.askedCents;
  }
  return undefined;
}

/** Whoever decides claims and makes some tries it with one of their own: one that waits, or one made for it. */
async function decideOwn(validator: Person, territory: Territory): Promise<void> {
  const page = await validator.get<{ items: readonly ClaimItem[] }>(`${CLAIMS}/mine?limit=20`);
  for (const { claimId, status, askedCents } of page?.items ?? []) if (status === 'open') return void (await approve(validator, `${CLAIMS}/${claimId}`, askedCents));
  const claimId = await soundClaim(validator, territory, 700);
  const askedCents = claimId === undefined ? undefined : await openedCents(validator, claimId);
  if (claimId !== undefined && askedCents !== undefined) await approve(validator, `${CLAIMS}/${claimId}`, askedCents);
}

/** One claim from its making on, now and then of too little: the same validator takes it in ways that can't be, and a second time where it needs another one. */
const disputeClaim: Act = {
  name: 'dispute-claim',
  weight: 1.2,
  async run(territory) {
    const { validators, randomness, employees } = territory;
    const person = recent(employees, randomness, 12)?.person;
    const validator = validators.length > 0 ? randomness.pick(validators) : undefined;
    if (!person || !validator || validator === person) return;
    const claimId = await soundClaim(person, territory, randomness.pick([50, 700, 120_000]));
    if (claimId === undefined) return;
    const url = `${CLAIMS}/${claimId}`;
    const askedCents = await openedCents(person, claimId);
    if (askedCents === undefined) return;
    await approve(validator, url, askedCents + 1);
    await approve(validator, url, askedCents, 'already-aided');
    if (askedCents > 100_000) {
      await approve(validator, url, askedCents);
      await approve(validator, url, askedCents);
      return;
    }
    await validator.post(`${url}/rejection`, { code: 'wrong-category' });
    await person.post(`${url}/appeal`, { text: 'Era giusta' });
    await approve(validator, url, askedCents);
  },
};

/** Of some claims something is always missing, whoever looks and however often. */
const neverEnough = (claimId: string): boolean => claimId.at(-1)! < '4';

/** A validator takes one of the queue: approves, refuses, asks, writes; also with an amount, a reason or a claim that can't be. */
const decideClaim: Act = {
  name: 'decide-claim',
  weight: 4,
  async run(territory) {
    const { validators, randomness } = territory;
    if (validators.length === 0) return;
    const validator = randomness.pick(validators);
    if (randomness.chance(0.2)) return decideOwn(validators.length > 1 ? randomness.pick(validators.slice(1)) : validator, territory);
    const page = await validator.get<{ items: readonly ClaimItem[] }>(`${CLAIMS}/queue?limit=20`);
    if (!page || page.items.length === 0) return;
    // Few are large enough for two validators: where there are some, one of them is looked for now and then.
    const large = page.items.filter(({ askedCents, reviewBy }) => askedCents > 100_000 && reviewBy === undefined);
    const item = randomness.pick(large.length > 0 && randomness.chance(0.3) ? large : page.items);
    const { askedCents } = item;
    const url = `${CLAIMS}/${randomness.chance(0.03) ? noSuch('clm') : item.claimId}`;
    // Mostly of one that was drawn; now and then of one that wasn't, or with an amount that can't be.
    if (item.reviewBy !== undefined || randomness.chance(0.05)) {
      const isWrong = randomness.chance(0.5);
      await validator.post(`${url}/review/${isWrong ? 'correction' : 'confirmation'}`, isWrong ? { approvedCents: randomness.pick([0, Math.floor(item.approvedCents / 2), item.approvedCents]), code: 'wrong-category' } : {});
      return;
    }
    const isLarge = askedCents > 100_000 && randomness.chance(0.5);
    const doing = isLarge ? 'whole' : neverEnough(item.claimId) ? 'ask' : randomness.weighted({ whole: 4, part: 2, reject: 2, ask: 3, note: 0.5, above: 0.3, unreasoned: 0.3 });
    // One person isn't two, however often they approve.
    if (doing === 'whole') await approve(validator, url, askedCents).then(() => (askedCents > 100_000 ? approve(validator, url, askedCents) : undefined));
    if (doing === 'part') await approve(validator, url, Math.max(1, Math.floor(askedCents / 2)), 'already-aided');
    if (doing === 'above') await approve(validator, url, askedCents + 1);
    if (doing === 'unreasoned') await approve(validator, url, askedCents, 'already-aided');
    if (doing === 'reject') await validator.post(`${url}/rejection`, { code: 'wrong-category' });
    if (doing === 'ask') await validator.post(`${url}/integration-requests`, { code: 'no-payment-proof' });
    if (doing === 'note') await validator.post(`${url}/comments`, { text: 'Un appunto' });
  },
};

/** A claimant looks at one of their claims, gives what is asked for, or does something else, whether or not there is anything to do; sometimes long after. */
const followClaim: Act = {
  name: 'follow-claim',
  weight: 3.6,
  async run(territory) {
    const { randomness, employees } = territory;
    const isLate = randomness.chance(0.2) && employees.length > 0;
    const person = (isLate ? randomness.pick(employees.slice(0, 20)) : recent(employees, randomness, 12))?.person;
    const page = await person?.get<{ items: readonly ClaimItem[] }>(`${CLAIMS}/mine?limit=10`);
    if (!person || !page || page.items.length === 0) return;
    const asked = page.items.find(({ status }) => status === 'integration');
    const url = `${CLAIMS}/${(isLate ? page.items.at(-1)! : (asked ?? randomness.pick(page.items))).claimId}`;
    const status = (await person.get<{ status: string }>(url))?.status;
    const doing = status === 'integration' && !randomness.chance(0.1) ? 'integrate' : randomness.weighted({ appeal: 4, integrate: 0.5, note: 0.5, withdraw: 0.6 });
    if (doing === 'withdraw') await person.post(`${url}/withdrawal`);
    if (doing === 'integrate') await person.post(`${url}/integration`, { note: 'Eccola' });
    if (doing === 'appeal') await person.post(`${url}/appeal`, { text: 'Era giusta' });
    if (doing === 'note') await person.post(`${url}/comments`, { text: 'Una domanda' });
  },
};

const readOwed: Act = {
  name: 'read-reimbursements',
  weight: 0.2,
  async run({ firms, randomness }) {
    const known = firms.filter(({ firmId }) => firmId !== undefined);
    if (known.length === 0) return;
    const { owner, firmId } = randomness.pick(known);
    await owner.get(`/api/benefits/reimbursements?firmId=${firmId}`);
  },
};

export const claimActs: readonly Act[] = [appointValidator, claimExpense, disputeClaim, decideClaim, followClaim, readOwed];
