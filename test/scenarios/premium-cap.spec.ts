import { eventually } from '@salvatempo/testing';
import type { Answer, Caller } from './world/caller';
import { signUpFirm } from './world/firms';
import { contractOf, premiumFile, premiumOf, PREMIUMS } from './world/premiums';
import { leaveNothing } from './world/product';
import { MODES, startHere, type ProductHere } from './world/product-here';
import { PREMIUM_DAYS } from './world/route-table';
import { makeTerritory, until } from './world/territory';
import { TravellingTime } from './world/travelling-time';

/** Each of the two premiums fits the cap of 5,000 euro, both don't. */
const AMOUNT_CENTS = 300_000;
const CAP_CENTS = 500_000;
const CLIENTS = 24;

afterAll(leaveNothing);
jest.setTimeout(60_000);

describe.each(MODES)('the premiums of one person at two firms (%s)', (mode) => {
  let product: ProductHere;
  let person: Caller;
  let owners: readonly Caller[];
  let premiumIds: readonly [string, string];
  let answers: readonly Answer[];

  const choose = (premiumId: string, convertedCents: number, key: string): Promise<Answer> => person.post(`${PREMIUMS}/${premiumId}/choice`, { convertedCents }, { key });

  beforeAll(async () => {
    product = await startHere(mode, new TravellingTime());
    const territory = await makeTerritory(product.operator, { people: 1, seed: 910 });
    const employee = territory.employees[0]!;
    person = product.operator.as(employee.token);
    const owner = product.operator.as(territory.owner);
    const { premiumId } = await premiumOf(owner, person, territory.firmId, employee.fiscalCode, '3000,00');
    const other = await signUpFirm(product.operator, 911);
    await other.owner.made(`/api/companies/firms/${other.firmId}/employee-imports`, `codice_fiscale,nome,cognome\n${employee.fiscalCode},Adelea,Arvedi`);
    const { contractId } = await other.owner.made('/api/benefits/premium-contracts', contractOf(other.firmId));
    // The people of a firm reach benefits by events.
    await eventually(async () => (await other.owner.post(`/api/benefits/premium-contracts/${contractId}/premium-imports?${PREMIUM_DAYS}`, premiumFile(`${employee.fiscalCode},"3000,00","20000,00"`))).status < 300, 'the other firm’s premium');
    const { items } = await until(person, `${PREMIUMS}/mine`, ({ items: found }) => found.length === 2);
    premiumIds = [premiumId, items.find((one: { premiumId: string }) => one.premiumId !== premiumId).premiumId];
    owners = [owner, other.owner];
    answers = await Promise.all(Array.from({ length: CLIENTS }, (_, n) => choose(premiumIds[n % 2]!, AMOUNT_CENTS, `premium-cap-${n}`)));
  });

  afterAll(() => product.stop());

  it('chosen many times in the same moment become credit once, and the other is told what is left', () => {
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
    const codes = answers.filter(({ status }) => status >= 300).map(({ body }) => body.code as string);
    expect([...new Set(codes)].filter((code) => !['premium-above-cap', 'premium-changing', 'premium-chosen-already'].includes(code))).toEqual([]);
    const above = answers.filter(({ body }) => body.code === 'premium-above-cap');
    expect(above.length).toBeGreaterThan(0);
    expect(above.filter(({ body }) => !String(body.detail).includes('2.000,00 €'))).toEqual([]);
  });

  it('may both be chosen up to the cap, to the cent', async () => {
    const { items } = (await person.get(`${PREMIUMS}/mine`)).body;
    const open = items.find(({ status }: { status: string }) => status === 'offered');
    expect(open.comparison).toMatchObject({ otherEmployersCents: AMOUNT_CENTS, capLeftCents: CAP_CENTS - AMOUNT_CENTS });
    expect((await choose(open.premiumId, 200_001, 'a-cent-more')).body).toMatchObject({ code: 'premium-above-cap' });
    const chosen = await choose(open.premiumId, 200_000, 'all-that-is-left');
    expect([chosen.status, chosen.body]).toMatchObject([200, { convertedCents: 200_000, favouredCents: 0, ordinaryCents: 100_000, capLeftCents: 0 }]);
    expect((await choose(open.premiumId, 200_000, 'all-that-is-left')).body).toEqual(chosen.body);
  });

  it('show neither firm what the other pays, and leave the books right', async () => {
    for (const [n, owner] of owners.entries()) {
      const { roles } = (await owner.get('/api/identity/sessions/current')).body;
      const { firmId } = { firmId: roles.find(({ role }: { role: string }) => role === 'firm-admin').organisationId };
      const { items } = await until(owner, `${PREMIUMS}?firmId=${firmId}`, ({ items: found }) => found[0]?.status === 'chosen');
      expect(items.map(({ premiumId }: { premiumId: string }) => premiumId)).toEqual([premiumIds[n]]);
      expect(items[0]).not.toHaveProperty('otherEmployersCents');
      expect((await owner.get(`${PREMIUMS}/${premiumIds[n]}/comparison?convertedCents=0`)).status).toBe(403);
    }
    await eventually(async () => (await product.faults()).length === 0, 'the books to be at rest and right');
    expect(product.errors).toEqual([]);
  });
});
