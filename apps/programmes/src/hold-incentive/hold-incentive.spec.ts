import {
  allotmentGranted,
  allotmentRequested,
  holdIncentive,
  incentiveHeld,
  incentivePaid,
  incentivePinned,
  incentiveRefused,
  incentiveReleased,
  payIncentive,
  pinIncentive,
  releaseIncentive,
} from '@salvatempo/contracts';
import { addMs, DAY_MS, derivedId, PASS_DEADLINE, type DomainEvent } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import fc from 'fast-check';
import { allotment, figuresOf, MAX_HOLDS } from '../domain/allotment';
import { requestAllotmentSlice } from '../apply-for-call/request-allotment.decider';
import { grantAllotmentSlice } from '../apply-for-call/settle-allotment.decider';
import { holdIncentiveSlice } from './hold-incentive.decider';
import { payIncentiveSlice } from './pay-incentive.decider';
import { pinIncentiveSlice } from './pin-incentive.decider';
import { expireIncentivesSlice, releaseIncentiveSlice } from './release-incentive.decider';

const aggregate = {
  ...allotment,
  slices: [requestAllotmentSlice, grantAllotmentSlice, holdIncentiveSlice, pinIncentiveSlice, payIncentiveSlice, releaseIncentiveSlice, expireIncentivesSlice],
};
const [callId, firmId, allotmentId, personId] = ['cal', 'com', 'alt', 'per'].map((prefix) => derivedId(prefix, 'spec')) as [string, string, string, string];
const purchase = (n: number | string) => derivedId('pur', String(n));
const AT = '2026-09-10T10:00:00.000Z';
const EXPIRES = addMs(AT, 60_000);
const LATE = addMs(AT, DAY_MS);
const terms = {
  title: 'Tempo per te',
  incentiveBasisPoints: 7_000,
  firmCapCents: 10_000,
  personCapCents: 5_000,
  budgetCents: 50_000,
  maxHeadcount: 3,
  headcountBasis: 'employees' as const,
  eligibleServiceCodes: ['laundry-ironing'],
  opensAt: '2026-09-01T00:00:00.000Z',
  closesAt: '2026-12-01T00:00:00.000Z',
};
const granted = [
  allotmentRequested.of({ callId, allotmentId, firmId, askedCents: 10_000 }),
  allotmentGranted.of({ callId, allotmentId, firmId, amountCents: 10_000, terms }),
];
const of = (n: number | string) => ({ allotmentId, purchaseId: purchase(n) });
const left = (heldCents: number, paidCents = 0) => ({ heldCents, paidCents, freeCents: 10_000 - heldCents - paidCents });
const hold = (n: number | string, amountCents = 2_800, expiresAt = EXPIRES) => ({ type: holdIncentive.type, data: { ...of(n), personId, amountCents, expiresAt } });
const pin = (n: number | string) => ({ type: pinIncentive.type, data: of(n) });
const pay = (n: number | string) => ({ type: payIncentive.type, data: of(n) });
const release = (n: number | string) => ({ type: releaseIncentive.type, data: of(n) });
const held = (n: number | string, amountCents = 2_800, before = 0) => incentiveHeld.of({ ...of(n), amountCents, expiresAt: EXPIRES, ...left(before + amountCents) });
const pinned = incentivePinned.of({ ...of(1), amountCents: 2_800 });
const refused = (n: number | string, code: string) => incentiveRefused.of({ ...of(n), code });
const expired = incentiveReleased.of({ ...of(1), amountCents: 2_800, reason: 'expired', ...left(0) });
const at = (instant: string) => ({ id: allotmentId, at: instant });

describe('holding an incentive', () => {
  it('sets it aside with an expiry', () => {
    given(aggregate, granted).when(hold(1), at(AT)).then([held(1)]);
  });

  it('says no by an event: not enough, not granted, out of the call’s time, too late, too many', () => {
    given(aggregate, [...granted, held(1, 9_000)]).when(hold(2), at(AT)).then([refused(2, 'allotment-insufficient')]);
    given(aggregate).when(hold(1), at(AT)).then([refused(1, 'allotment-not-granted')]);
    given(aggregate, granted).when(hold(1, 2_800, '2026-12-02T00:00:00.000Z'), at('2026-12-01T00:00:00.000Z')).then([refused(1, 'call-closed')]);
    given(aggregate, granted).when(hold(1), at('2026-08-01T00:00:00.000Z')).then([refused(1, 'call-not-open-yet')]);
    given(aggregate, granted).when(hold(1), at(EXPIRES)).then([refused(1, 'hold-expired')]);
    const many = Array.from({ length: MAX_HOLDS }, (_, n) => held(n, 1, n));
    given(aggregate, [...granted, ...many]).when(hold('more', 1), at(AT)).then([refused('more', 'allotment-too-many-holds')]);
  });

  it('first gives back what the clock ended, whether or not the deadline was there before', () => {
    const later = addMs(EXPIRES, 60_000);
    const second = incentiveHeld.of({ ...of(2), amountCents: 8_000, expiresAt: later, ...left(8_000) });
    given(aggregate, [...granted, held(1)]).when(hold(2, 8_000, later), at(EXPIRES)).then([expired, second]);
  });

  it('a second time for the same purchase changes nothing', () => {
    given(aggregate, [...granted, held(1)]).when(hold(1), at(AT)).then([]);
  });
});

describe('a held incentive', () => {
  it('is paid a day after its expiry if it was pinned in time', () => {
    const paid = (paidOn: string) => incentivePaid.of({ ...of(1), callId, firmId, amountCents: 2_800, paidOn, ...left(0, 2_800) });
    given(aggregate, [...granted, held(1)]).when(pin(1), at(AT)).then([pinned]);
    given(aggregate, [...granted, held(1), pinned]).when(pay(1), at(LATE)).then([paid('2026-09-11')]);
    given(aggregate, [...granted, held(1)]).when(pay(1), at(AT)).then([paid('2026-09-10')]);
  });

  it('is neither pinned nor paid once the clock ended it', () => {
    for (const command of [pin(1), pay(1)]) {
      given(aggregate, [...granted, held(1)]).when(command, at(EXPIRES)).then([expired, refused(1, 'hold-expired')]);
      given(aggregate, [...granted, held(1), expired]).when(command, at(LATE)).then([refused(1, 'hold-expired')]);
      given(aggregate).when(command, at(AT)).then([refused(1, 'hold-expired')]);
    }
    given(aggregate, [...granted, held(1), pinned]).when(pin(1), at(LATE)).then([]);
  });

  it('goes back whole when released, pinned or not; where there is none, that is said too', () => {
    const released = incentiveReleased.of({ ...of(1), amountCents: 2_800, reason: 'released', ...left(0) });
    given(aggregate, [...granted, held(1)]).when(release(1), at(LATE)).then([released]);
    given(aggregate, [...granted, held(1), pinned]).when(release(1), at(LATE)).then([released]);
    given(aggregate, granted).when(release(1), at(AT)).then([{ ...released, data: { ...released.data, amountCents: 0 } }]);
    given(aggregate).when(release(1), at(AT)).then([incentiveReleased.of({ ...of(1), amountCents: 0, reason: 'released', heldCents: 0, paidCents: 0, freeCents: 0 })]);
  });

  it('that came after its own release ends by the clock, never later', () => {
    const none = incentiveReleased.of({ ...of(1), amountCents: 0, reason: 'released', ...left(0) });
    const stray = given(aggregate, [...granted, none, held(1)]);
    expect(allotment.deadline(stray.state)).toBe(EXPIRES);
    const swept = stray.when({ type: PASS_DEADLINE, data: { deadlineAt: EXPIRES } }, at(EXPIRES));
    swept.then([expired]);
    expect(allotment.deadline(swept.state)).toBeUndefined();
  });

  it('that is pinned wants no deadline, and one that passes all the same does nothing', () => {
    const state = given(aggregate, [...granted, held(1), pinned]);
    expect(allotment.deadline(state.state)).toBeUndefined();
    state.when({ type: PASS_DEADLINE, data: { deadlineAt: EXPIRES } }, at(LATE)).then([]);
  });
});

describe('any story of an allotment', () => {
  const step = fc.record({
    make: fc.constantFrom(hold, pin, pay, release, () => ({ type: PASS_DEADLINE, data: { deadlineAt: AT } })),
    n: fc.integer({ min: 1, max: 4 }),
    amountCents: fc.integer({ min: 1, max: 6_000 }),
    passMs: fc.integer({ min: 0, max: 40_000 }),
  });

  it('keeps granted = held + paid + free, and says in each event what is left after it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let events: readonly DomainEvent[] = granted;
        let now = AT;
        for (const { make, n, amountCents, passMs } of steps) {
          now = addMs(now, passMs);
          const command = make === hold ? hold(n, amountCents, addMs(now, 30_000)) : (make as typeof pin)(n);
          const { decision, state } = given(aggregate, events).when(command, at(now));
          if (decision.ok) events = [...events, ...decision.events];
          const { heldCents, paidCents, freeCents } = figuresOf(state);
          expect(heldCents + paidCents + freeCents).toBe(10_000);
          expect(Math.min(heldCents, paidCents, freeCents)).toBeGreaterThanOrEqual(0);
          const last = decision.ok ? decision.events.at(-1) : undefined;
          if (last && 'freeCents' in last.data) expect(last.data).toMatchObject({ heldCents, paidCents, freeCents });
        }
      }),
    );
  });
});
