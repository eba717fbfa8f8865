import { draftPlan, type PlanDraftFacts, type Reading } from './plan-draft.handler';

const choices = (counts: Readonly<Record<string, number>>) => Object.entries(counts).map(([code, count]) => ({ code, text: `Testo ${code}`, count }));
const reading = (services: Readonly<Record<string, number>>, family: Readonly<Record<string, number>> = {}, scope = 'firm'): Reading => ({
  scope,
  answers: 9,
  questions: [
    { code: 'family', kind: 'many', text: 'In famiglia?', choices: choices(family) },
    { code: 'services', kind: 'many', text: 'Quali servizi?', choices: choices(services) },
  ],
});
const facts: PlanDraftFacts = { day: '2026-11-26', employeesCount: 9, perPersonCents: 50_000, categories: [], residue: 'carry-over' };
const codes = (of: Reading): string[] => draftPlan({ ...facts, reading: of }).lines.map(({ serviceCode }) => serviceCode);
const said = (more: Partial<PlanDraftFacts>): string => draftPlan({ ...facts, ...more }).notes.map(({ text }) => text).join(' ');

describe('a draft of a firm’s plan', () => {
  it('suggests what most people ask for first, and says how many', () => {
    const { lines } = draftPlan({ ...facts, reading: reading({ 'laundry-ironing': 1, babysitting: 7, none: 1, 'not-said': 3 }, { 'under-three': 4 }) });
    expect(lines.map(({ serviceCode, taxLetter, reason }) => [serviceCode, taxLetter, reason])).toEqual([
      ['baby-sitting', 'f-bis', '7 di 9 risposte dicono «Testo babysitting».'],
      ['nursery', 'f-bis', '4 di 9 risposte dicono «Testo under-three».'],
      ['laundry-ironing', 'c.3', '1 di 9 risposte dice «Testo laundry-ironing».'],
    ]);
  });

  it('is the same for the same facts, equal needs in the order of the questions', () => {
    expect(codes(reading({ 'elderly-care': 2, errands: 2, transport: 2 }))).toEqual(['elderly-care', 'errands', 'shopping-delivery', 'parcels', 'transport-pass', 'shared-mobility']);
    expect(codes(reading({ errands: 0, none: 9 }))).toEqual([]);
  });

  it('takes what it says of tax from the rules, with norm, days and how sure we are', () => {
    const { lines } = draftPlan({ ...facts, reading: reading({ 'laundry-ironing': 5 }) });
    expect(lines[0]!.notes).toMatchObject([
      { text: 'Di solito conta nella lettera c.3.', norm: expect.stringContaining('522/2019'), validFrom: '2016-01-01', validTo: null, confidence: 'unsure' },
      { norm: 'TUIR art. 51 c.3', confidence: 'secondary' },
    ]);
    // Season tickets are a letter since 2018.
    expect(draftPlan({ ...facts, day: '2017-06-01', reading: reading({ transport: 5 }) }).lines.map(({ serviceCode }) => serviceCode)).toEqual(['shared-mobility']);
  });

  it('says whose answers it rests on, and that there are none to be read', () => {
    expect(draftPlan({ ...facts, reading: reading({}) }).source).toContain('9 risposte di questa impresa');
    expect(draftPlan({ ...facts, reading: reading({}, {}, 'network') }).source).toContain('9 risposte di più imprese della rete');
    expect(draftPlan({ ...facts, reading: reading({}, {}, 'comune') }).source).toContain('9 risposte di più imprese del Comune');
    expect(draftPlan(facts)).toMatchObject({ source: expect.stringContaining('non si basa su risposte'), lines: [] });
  });

  it('adds the amount a head up for a plan for everybody alone: how many are in a group isn’t known', () => {
    expect(draftPlan(facts).totalCents).toBe(450_000);
    expect(draftPlan({ ...facts, categories: ['operai'] })).not.toHaveProperty('totalCents');
  });

  it('warns where the amount a head is over the threshold of its year, and only where a service counts for it', () => {
    const at = (perPersonCents: number, day = '2026-11-26') => said({ perPersonCents, day, reading: reading({ errands: 5 }) });
    expect(at(100_000)).toContain('1.000,00');
    expect(at(100_000)).not.toContain('la supera');
    expect(at(100_001)).toContain('la supera');
    expect(at(30_000, '2028-01-01')).toContain('la supera');
    expect(said({ perPersonCents: 200_000, reading: reading({ babysitting: 5 }) })).not.toContain('Soglia');
  });

  it('says what becomes of what is left, and of a firm with one employee that it must be looked at', () => {
    expect(said({ residue: 'extinguish' })).toContain('si estingue');
    expect(said({ residue: 'pension-fund' })).not.toContain('si estingue');
    expect(said({})).not.toContain('un solo dipendente');
    expect(draftPlan({ ...facts, employeesCount: 1 }).notes).toContainEqual(expect.objectContaining({ text: expect.stringContaining('un solo dipendente'), confidence: 'unsure' }));
  });
});
