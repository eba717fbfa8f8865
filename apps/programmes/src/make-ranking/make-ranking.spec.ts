import { allotmentDeclined, allotmentReturned, applicationAdmitted, applicationSubmitted, callOpened, rankingAdvanced, rankingClosed, rankingMade, type CallTerms, type DecisionFacts } from '@salvatempo/contracts';
import { derivedId, sha256, type DomainEvent } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import fc from 'fast-check';
import { reserveAllotmentSlice } from '../apply-for-call/reserve-allotment.decider';
import { submitApplicationSlice } from '../apply-for-call/submit-application.decider';
import { call, fundOf, type Opened } from '../domain/call';
import { NOTHING_DECLARED } from '../domain/eligibility';
import { returnAllotmentSlice } from '../end-allotment/return-allotment.decider';
import { openCallSlice } from '../open-call/open-call.decider';
import { closeRankingSlice } from './close-ranking.decider';
import { makeRankingSlice } from './make-ranking.decider';

const aCall = { ...call, slices: [openCallSlice, submitApplicationSlice, reserveAllotmentSlice, returnAllotmentSlice, makeRankingSlice, closeRankingSlice] };
const callId = derivedId('cal', 'spec');
const seed = 'SEED';
const [opensAt, during, applicationsCloseAt, later, closesAt] = ['2026-09-01', '2026-09-10', '2026-09-20', '2026-09-21', '2026-10-01'].map((day) => `${day}T00:00:00.000Z`) as [string, string, string, string, string];
const ranking: CallTerms['ranking'] = {
  version: '1.0',
  applicationsCloseAt,
  seedHash: sha256(seed),
  criteria: [{ code: 'micro', points: 10, text: 'Fino a un dipendente', about: 'employees', to: 1 }, { code: 'artisan', points: 5, text: 'Albo artigiani', about: 'artisan' }],
};
const asTheyCome: CallTerms = { title: 'Tempo per te', incentiveBasisPoints: 7_000, firmCapCents: 100_000, personCapCents: 50_000, budgetCents: 250_000, maxHeadcount: 3, headcountBasis: 'employees', eligibleServiceCodes: ['laundry-ironing'], opensAt, closesAt };
const terms: CallTerms = { ...asTheyCome, ranking };
const fund = (committedCents: number) => ({ budgetCents: 250_000, committedCents, paidCents: 0, freeCents: 250_000 - committedCents });
const opened = callOpened.of({ callId, terms, fund: fund(0) });
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => ({ callId, allotmentId: derivedId('alt', name), firmId: derivedId('com', name) })) as [Party, Party, Party, Party];
type Party = { callId: string; allotmentId: string; firmId: string };
const submit = ({ allotmentId, firmId }: Party) => ({ type: 'submit-application', data: { allotmentId, firmId, declared: NOTHING_DECLARED } });
const submitted = (party: Party) => applicationSubmitted.of({ ...party, askedCents: 100_000, requestedAt: during, declared: NOTHING_DECLARED });
const facts = { ...NOTHING_DECLARED, memberships: [], requestedAt: during, employeesCount: 1, occupatiCount: 2 };
const check = ({ allotmentId, firmId }: Party, changes: object = {}) => ({ type: 'reserve-allotment', data: { allotmentId, firmId, ...facts, ...changes } });
const factsAt = (place: number, changes: object = {}): DecisionFacts => ({ ...facts, place, askedCents: 100_000, freeCents: 250_000, ...changes });
const admitted = (party: Party, gained: string[], place = 1) => {
  const points = { total: gained.length === 0 ? 0 : gained.includes('micro') ? (gained.includes('artisan') ? 15 : 10) : 5, gained };
  return applicationAdmitted.of({ ...party, amountCents: 100_000, facts: { ...factsAt(place), points } });
};
const make = { type: 'make-ranking', data: { seed } };
const line = ({ allotmentId, firmId }: Party, points: number, granted: boolean, freeCents: number) => ({ allotmentId, firmId, points, amountCents: 100_000, granted, freeCents });
const all: readonly DomainEvent[] = [opened, ...[a, b, c, d].map(submitted), admitted(a, [], 1), admitted(b, ['micro'], 2), admitted(c, ['micro', 'artisan'], 3), admitted(d, ['artisan'], 4)];
const lines = [line(c, 15, true, 250_000), line(b, 10, true, 150_000), line(d, 5, false, 50_000), line(a, 0, false, 50_000)];
const made = rankingMade.of({ callId, seed, lines, fund: fund(200_000) });

describe('an application to a ranked call', () => {
  it('is taken from the opening to the time that is published, once', () => {
    given(aCall, [opened]).when(submit(a), { id: callId, at: during }).then([submitted(a)]);
    given(aCall, [opened]).when(submit(a), { id: callId, at: '2026-08-31T23:59:59.999Z' }).then({ code: 'call-not-open-yet' });
    given(aCall, [opened]).when(submit(a), { id: callId, at: applicationsCloseAt }).then({ code: 'applications-closed' });
    given(aCall, [opened, submitted(a)]).when(submit(a), { id: callId, at: during }).then({ code: 'allotment-already-requested' });
    expect(() => given(aCall, [callOpened.of({ callId, terms: asTheyCome, fund: fund(0) })]).when(submit(a), { id: callId, at: during })).toThrow('has no ranking');
  });

  it('is taken up to as many as one ranking holds', () => {
    const many = Array.from({ length: 500 }, (_, n) => submitted({ callId, allotmentId: derivedId('alt', String(n)), firmId: derivedId('com', String(n)) }));
    given(aCall, [opened, ...many]).when(submit(a), { id: callId, at: during }).then({ code: 'applications-full' });
  });

  it('that is eligible gets its points and reserves nothing, even where the fund is small', () => {
    given(aCall, [opened, submitted(a)]).when(check(a, { artisan: true })).then([applicationAdmitted.of({ ...a, amountCents: 100_000, facts: { ...factsAt(1, { artisan: true }), points: { total: 15, gained: ['micro', 'artisan'] } } })]);
    given(aCall, [opened, submitted(a)]).when(check(a)).thenState({ committedCents: 0, decisions: 1 });
  });

  it('that isn’t is declined at once with its reason, and may be sent again in time', () => {
    const declined = allotmentDeclined.of({ ...a, code: 'headcount-too-high', facts: factsAt(1, { employeesCount: 4 }) });
    given(aCall, [opened, submitted(a)]).when(check(a, { employeesCount: 4 })).then([declined]);
    given(aCall, [opened, submitted(a), declined]).when(submit(a), { id: callId, at: during }).then([submitted(a)]);
  });
});

describe('making the ranking', () => {
  it('grants in order while the fund lasts; equal in nothing but what is published', () => {
    given(aCall, all).when(make, { at: applicationsCloseAt }).then([made]);
    given(aCall, all).when(make, { at: later }).thenState({ committedCents: 200_000, applications: undefined });
  });

  it('is refused too early, twice, while something is being checked, and without a points table', () => {
    given(aCall, all).when(make, { at: during }).then({ code: 'ranking-too-early' });
    given(aCall, [...all, made]).when(make, { at: later }).then({ code: 'ranking-made-already' });
    given(aCall, [opened, submitted(a), submitted(b), admitted(a, [])]).when(make, { at: later }).then({ code: 'ranking-unchecked' });
    given(aCall, [callOpened.of({ callId, terms: asTheyCome, fund: fund(0) })]).when(make, { at: later }).then({ code: 'call-not-ranked' });
  });

  it('with another seed than the one that the call is bound to is a defect', () => {
    expect(() => given(aCall, all).when({ type: 'make-ranking', data: { seed: 'ANOTHER' } }, { at: later })).toThrow("isn't the one");
  });

  it('of nobody is an empty one', () => {
    given(aCall, [opened]).when(make, { at: later }).then([rankingMade.of({ callId, seed, lines: [], fund: fund(0) })]);
  });
});

describe('money that comes back', () => {
  const giveBack = ({ allotmentId, firmId }: Party, amountCents: number) => ({ type: 'return-allotment', data: { allotmentId, firmId, amountCents } });
  const returned = (amountCents: number, committedCents: number) => allotmentReturned.of({ ...c, amountCents, fund: fund(committedCents) });
  const next = (party: Party, place: number) => rankingAdvanced.of({ ...party, place, of: 4, amountCents: 100_000, fund: fund(200_000) });

  it('goes to the next that waits, in the same write', () => {
    given(aCall, [...all, made]).when(giveBack(c, 100_000), { at: later }).then([returned(100_000, 100_000), next(d, 3)]);
    const { state } = given(aCall, [...all, made]).when(giveBack(c, 100_000), { at: later });
    expect((state as Opened).ranking?.places.map(({ outcome }) => outcome)).toEqual(['ended', 'funded', 'funded', 'waiting']);
  });

  it('waits in the fund until there is enough, and goes to nobody behind the call’s end', () => {
    given(aCall, [...all, made]).when(giveBack(c, 40_000), { at: later }).then([returned(40_000, 160_000)]);
    given(aCall, [...all, made, returned(40_000, 160_000)]).when(giveBack(b, 60_000), { at: later }).then([allotmentReturned.of({ ...b, amountCents: 60_000, fund: fund(100_000) }), next(d, 3)]);
    given(aCall, [...all, made]).when(giveBack(c, 100_000), { at: closesAt }).then([returned(100_000, 100_000)]);
  });
});

describe('the end of the call', () => {
  const end = { type: 'pass-deadline', data: { deadlineAt: closesAt } };

  it('is the end for whoever waits, once', () => {
    expect(call.deadline(given(aCall, [...all, made]).state)).toBe(closesAt);
    const closed = rankingClosed.of({ callId, waiting: [d, a].map(({ allotmentId, firmId }) => ({ allotmentId, firmId })) });
    given(aCall, [...all, made]).when(end, { at: closesAt }).then([closed]);
    given(aCall, [...all, made]).when(end, { at: later }).then([]);
    given(aCall, [...all, made, closed]).when(end, { at: closesAt }).then([]);
    expect(call.deadline(given(aCall, [...all, made, closed]).state)).toBeUndefined();
    expect(call.deadline(given(aCall, all).state)).toBeUndefined();
  });
});

it('whatever comes back in whatever order, the fund is never below zero and nobody is overtaken', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ who: fc.nat(3), amountCents: fc.integer({ min: 1, max: 100_000 }) }), { maxLength: 12 }), (steps) => {
      let events: readonly DomainEvent[] = [...all, made];
      for (const { who, amountCents } of steps) {
        const before = given(aCall, events).state as Opened;
        const place = before.ranking!.places[who]!;
        if (place.outcome !== 'funded') continue;
        const { decision, state } = given(aCall, events).when({ type: 'return-allotment', data: { allotmentId: place.allotmentId, firmId: place.firmId, amountCents } }, { at: later });
        if (decision.ok) events = [...events, ...decision.events];
        const { committedCents, freeCents } = fundOf(state as Opened);
        expect(committedCents + freeCents).toBe(250_000);
        const waiting = (state as Opened).ranking!.places.findIndex(({ outcome }) => outcome === 'waiting');
        if (waiting >= 0) expect(freeCents).toBeLessThan(100_000);
        if (waiting >= 0) expect((state as Opened).ranking!.places.slice(waiting).every(({ outcome }) => outcome === 'waiting')).toBe(true);
      }
    }),
  );
});
