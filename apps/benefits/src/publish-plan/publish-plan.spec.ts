import type { LotTerms, PlanTerms } from '@salvatempo/contracts';
import { decide, evolve, sha256, type Command, type Refusal } from '@salvatempo/kernel';
import { groupLot, groupOf, lotPlanOf, periodOf, versionOn, whyNoCredit, whyNoVersion } from '../domain/plan-terms';
import { draftPlanSlice, MAX_VERSIONS, openPlanSlice, plan, planTextsOf, publishPlanSlice, type OpenedPlan, type Plan } from '../open-plan/plan.aggregate';

const plans = { ...plan, slices: [openPlanSlice, draftPlanSlice, publishPlanSlice] };
const ID = 'pln_00000000000000000000000000';
const open = (more: object = {}): Command => ({ type: 'open-plan', data: { firmId: 'fir_firm', title: 'Piano', source: 'CCNL', ...more } });
const terms = (more: Partial<PlanTerms> = {}): PlanTerms => ({
  validFrom: '2026-09-01', validTo: '2027-12-31', period: 'year', letters: ['f-bis', 'c.3'], residue: { policy: 'zero' }, runOutDays: 60, practice: {},
  groups: [{ category: 'operai', amountCents: 60_000 }, { amountCents: 40_000 }], ...more,
});
const draft = (more: Partial<PlanTerms> = {}, text = 'Regolamento'): Command => ({ type: 'draft-plan', data: { terms: terms(more), text } });
const publish = (edition: number, employees = 3): Command => ({ type: 'publish-plan', data: { edition, employees } });

/** What comes of commands, all on one day unless a day stands before them. */
function run(...commands: readonly (Command | string)[]): { readonly state: Plan; readonly personal: Record<string, unknown> | undefined; readonly refusals: readonly Refusal[] } {
  let [state, personal, at] = [plan.initial as Plan, undefined as Record<string, unknown> | undefined, '2026-09-01T08:00:00.000Z'];
  const refusals: Refusal[] = [];
  for (const command of commands) {
    if (typeof command === 'string') at = command;
    else {
      const decision = decide(plans, command, state, { id: ID, at, ...(personal && { personal: personal as never }) });
      if (!decision.ok) refusals.push(decision.refusal);
      else {
        state = decision.events.reduce((before, event) => evolve(plans, before, event), state);
        personal = (decision.personal as Record<string, unknown>) ?? personal;
      }
    }
  }
  return { state, personal, refusals };
}

const codesOf = (...commands: readonly (Command | string)[]): readonly string[] => run(...commands).refusals.map(({ code }) => code);
const versionsOf = (state: Plan) => (state as OpenedPlan).versions ?? [];

describe('a plan', () => {
  it('that once was opened without terms is open, and one that says so waits for its first version', () => {
    expect(run(open()).state).toMatchObject({ status: 'open' });
    expect(run(open({ isDraft: true })).state).toMatchObject({ status: 'draft' });
    expect(run(open({ isDraft: true }), draft(), publish(1)).state).toMatchObject({ status: 'open', versions: [{ number: 1, terms: terms() }] });
  });

  it('keeps the text of each version beside its state, and tells events its digest alone', () => {
    const { state, personal } = run(open(), draft({}, 'Primo testo'), publish(1), draft({ validFrom: '2027-01-01' }, 'Secondo testo'), publish(2));
    expect(planTextsOf(personal).versions).toEqual({ 1: 'Primo testo', 2: 'Secondo testo' });
    expect(versionsOf(state).map(({ textHash }) => textHash)).toEqual([sha256('Primo testo'), sha256('Secondo testo')]);
    expect(JSON.stringify(state)).not.toContain('Primo testo');
  });

  it('is published as it was seen: not without a draft, nor another one than that', () => {
    expect(codesOf(open(), publish(1))).toEqual(['plan-no-draft']);
    expect(codesOf(open(), draft(), draft({ runOutDays: 0 }), publish(1))).toEqual(['plan-draft-changed']);
    expect(codesOf(open(), draft(), publish(1), publish(1))).toEqual(['plan-no-draft']);
    expect(codesOf(draft(), publish(1))).toEqual(['plan-not-found', 'plan-not-found']);
  });

  it('changes forward alone: from today on, and after the version before', () => {
    expect(codesOf(open(), draft({ validFrom: '2026-08-31' }), publish(1))).toEqual(['plan-not-forward']);
    const later = [open(), draft({ validFrom: '2027-01-01' }), publish(1)];
    expect(codesOf(...later, draft({ validFrom: '2027-01-01' }), publish(2))).toEqual(['plan-not-forward']);
    expect(codesOf(...later, draft({ validFrom: '2027-01-02' }), publish(2))).toEqual([]);
    expect(codesOf(...later, draft({ validFrom: '2027-02-01' }), '2027-02-02T08:00:00.000Z', publish(2))).toEqual(['plan-not-forward']);
  });

  it('for a firm of one employee is accepted, and marked for a review', () => {
    expect(versionsOf(run(open(), draft(), publish(1, 1)).state)[0]).toMatchObject({ review: 'single-employee' });
    expect(versionsOf(run(open(), draft(), publish(1, 2)).state)[0]?.review).toBeUndefined();
  });

  it('whose terms don’t go together isn’t even written down', () => {
    const wrong = (more: Partial<PlanTerms>) => run(open(), draft(more)).refusals.map(({ code, params }) => `${code} ${params?.field}`);
    expect(wrong({ validTo: '2026-08-31' })).toEqual(['plan-terms validTo']);
    expect(wrong({ groups: [{ amountCents: 1 }, { category: 'operai', amountCents: 2 }] })).toEqual(['plan-terms groups']);
    expect(wrong({ groups: [{ category: 'operai', amountCents: 1 }, { category: 'operai', amountCents: 2 }] })).toEqual(['plan-terms groups']);
    expect(wrong({ residue: { policy: 'earmark' } })).toEqual(['plan-terms residue']);
    expect(wrong({ residue: { policy: 'zero', letters: ['c.3'], days: 3 } })).toEqual(['plan-terms residue']);
    expect(wrong({ residue: { policy: 'earmark', letters: ['f'], days: 30 } })).toEqual(['plan-terms residue']);
    expect(wrong({ residue: { policy: 'earmark', letters: ['f-bis'], days: 30 } })).toEqual([]);
  });

  it('has versions without end no more than it has room for', () => {
    const commands = Array.from({ length: MAX_VERSIONS }, (_, n) => [draft({ validFrom: `2027-01-${String(n + 1).padStart(2, '0')}` }), publish(n + 1)]).flat();
    expect(codesOf(open(), ...commands, draft({ validFrom: '2027-03-01' }))).toEqual(['plan-too-many-versions']);
  });
});

describe('credit under a plan', () => {
  const two = versionsOf(run(open(), draft(), publish(1), draft({ validFrom: '2027-01-01', letters: ['f'] }), publish(2)).state);
  const lot = (more: Partial<LotTerms> = {}): LotTerms => ({ amountCents: 40_000, letter: 'c.3', origin: 'plan', unit: 'EUR', validFrom: '2026-09-01T08:00:00.000Z', validUntil: '2026-12-31T22:59:59.999Z', ...more });

  it('goes by the version that holds on its first day', () => {
    expect(['2026-08-31', '2026-09-01', '2026-12-31', '2027-01-01', '2027-12-31', '2028-01-01'].map((day) => versionOn(two, day)?.number)).toEqual([undefined, 1, 1, 2, 2, undefined]);
    expect([whyNoVersion(two, '2026-08-31').code, whyNoVersion(two, '2028-01-01').code]).toEqual(['plan-not-begun', 'plan-closed']);
  });

  it('isn’t above what the plan gives each person, nor for whom it isn’t, nor for another letter, nor beyond its end', () => {
    const code = (terms: LotTerms, ...people: readonly (readonly string[])[]) => whyNoCredit(two[0]!, terms, people.map((categories) => ({ categories })))?.code;
    expect([code(lot(), ['operai'], []), code(lot({ amountCents: 40_001 }), ['operai']), code(lot({ amountCents: 40_001 }), ['operai'], ['impiegati'])]).toEqual([undefined, undefined, 'plan-amount']);
    expect(code(lot({ letter: 'f-ter' }), [])).toBe('plan-letter');
    expect(code(lot({ validUntil: '2028-01-01T00:00:00.000Z' }), [])).toBe('credit-beyond-plan');
    const closed = { ...two[0]!, terms: terms({ groups: [{ category: 'operai', amountCents: 60_000 }] }) };
    expect(whyNoCredit(closed, lot(), [{}])?.code).toBe('person-not-in-plan');
  });

  it('of a group is the plan’s own amount on all its letters, until the end of the year and never beyond the plan', () => {
    const [first] = two;
    expect(groupOf(first!.terms, ['turnisti', 'operai'])).toEqual({ category: 'operai', amountCents: 60_000 });
    const given = groupLot(ID, first!, { amountCents: 60_000 }, periodOf(first!.terms, '2026')!, '2026-10-01T08:00:00.000Z');
    expect(given).toMatchObject({ letters: ['f-bis', 'c.3'], validFrom: '2026-10-01T08:00:00.000Z', validUntil: '2026-12-31T22:59:59.999Z', plan: lotPlanOf(ID, first!) });
    expect(groupLot(ID, first!, { amountCents: 1 }, periodOf(first!.terms, '2027')!, '2026-10-01T08:00:00.000Z').validFrom).toBe('2026-12-31T23:00:00.000Z');
    const ofHours = groupLot(ID, first!, { amountCents: 20_000, hours: { minutes: 600, hourCents: 2_000 } }, periodOf(first!.terms, '2026')!, '2026-10-01T08:00:00.000Z');
    expect([given.unit, given.hours, ofHours]).toEqual(['EUR', undefined, { ...given, amountCents: 20_000, unit: 'HOUR', hours: { minutes: 600, hourCents: 2_000 } }]);
    expect([periodOf(first!.terms, '2026-10'), periodOf(terms({ period: 'month' }), '2026'), periodOf(terms({ period: 'month' }), '2026-10')]).toEqual([undefined, undefined, { firstDay: '2026-10-01', lastDay: '2026-12-31' }]);
  });
});
