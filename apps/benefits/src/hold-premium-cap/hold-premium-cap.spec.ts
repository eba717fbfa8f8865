import { premiumCapHeld, premiumCapOverdue, premiumCapReleased, premiumCapSettled } from '@salvatempo/contracts';
import { PASS_DEADLINE } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import { premiumYear, premiumYearIdOf } from '../domain/premium-year';
import { holdPremiumCapSlice, lookAfterHoldsSlice, releasePremiumCapSlice } from './hold-premium-cap.decider';
import { settlePremiumCapSlice, shareOfCap } from './settle-premium-cap.decider';

const years = { ...premiumYear, slices: [holdPremiumCapSlice, releasePremiumCapSlice, lookAfterHoldsSlice, settlePremiumCapSlice] };
const person = { personId: 'per_person', year: 2026 };
const id = premiumYearIdOf(person);
const about = { premiumYearId: id, ...person };
const at = '2026-10-01T08:00:00.000Z';
const [HERE, THERE] = ['prm_here', 'prm_there'];

const hold = (premiumId: string, convertedCents: number, more: object = {}) => ({
  type: 'hold-premium-cap',
  data: { ...person, premiumId, attemptId: `cho_${premiumId}`, convertedCents, wantedCents: convertedCents, convertibleCents: 400_000, capCents: 500_000, capOfChoiceCents: 500_000, declaredCents: 0, known: [], ...more },
});
const held = (premiumId: string, heldCents: number, more: object = {}) =>
  premiumCapHeld.of({ ...about, premiumId, attemptId: `cho_${premiumId}`, heldCents, knownCents: 0, capCents: 500_000, chooseBy: '2026-10-01T08:01:00.000Z', lookAt: '2026-10-01T08:10:00.000Z', ...more });
const settled = (premiumId: string, usedCents: number, premiumSequence: number, isHoldOver = true) => premiumCapSettled.of({ ...about, premiumId, usedCents, premiumSequence, isHoldOver });
const settle = (premiumId: string, usedCents: number, sequence: number, more: object = {}) => ({ type: 'settle-premium-cap', data: { ...person, premiumId, usedCents, sequence, isFinal: true, ...more } });
const release = (premiumId: string, attemptId = `cho_${premiumId}`) => ({ type: 'release-premium-cap', data: { ...person, premiumId, attemptId } });
const leaves = (mostCents: number, mostEuro: string) => ({ code: 'premium-above-cap', params: { mostCents, mostEuro } });

describe('a person’s cap of a year', () => {
  it('is held for a choice, up to what is left of it', () => {
    given(years).when(hold(HERE, 300_000), { id, at }).then([held(HERE, 300_000)]);
    // All of a favoured premium uses it, converted or paid.
    given(years).when(hold(HERE, 300_000, { wantedCents: 600_000 }), { id, at }).then([held(HERE, 500_000)]);
    given(years).when(hold(HERE, 0, { wantedCents: 100_000, declaredCents: 450_000 }), { id, at }).then([held(HERE, 50_000)]);
  });

  it('is one over two employers, whose choices meet here: the second is told what is left', () => {
    const first = held(THERE, 300_000);
    given(years, [first]).when(hold(HERE, 200_001), { id, at }).then(leaves(200_000, '2.000,00 €'));
    given(years, [first]).when(hold(HERE, 200_000), { id, at }).then([held(HERE, 200_000, { knownCents: 300_000 })]);
    given(years, [first]).when(hold(HERE, 100_001, { declaredCents: 400_000 }), { id, at }).then(leaves(100_000, '1.000,00 €'));
    given(years, [first, settled(THERE, 100_000, 2)]).when(hold(HERE, 400_000), { id, at }).then([held(HERE, 400_000, { knownCents: 100_000 })]);
    given(years, [held(THERE, 500_000)]).when(hold(HERE, 0, { wantedCents: 600_000 }), { id, at }).then([held(HERE, 0, { knownCents: 500_000 })]);
  });

  it('is tested in the year of the choice as well, and by what the premium lets convert', () => {
    given(years, [held(THERE, 100_000)]).when(hold(HERE, 200_001, { capOfChoiceCents: 300_000 }), { id, at }).then(leaves(200_000, '2.000,00 €'));
    given(years).when(hold(HERE, 400_001), { id, at }).then(leaves(400_000, '4.000,00 €'));
  });

  it('takes over what was chosen before there was such a document, once', () => {
    const known = [{ premiumId: THERE, usedCents: 450_000, sequence: 2, isFinal: true }];
    given(years).when(hold(HERE, 50_001, { known }), { id, at }).then(leaves(50_000, '500,00 €'));
    given(years).when(hold(HERE, 50_000, { known }), { id, at }).then([settled(THERE, 450_000, 2, false), held(HERE, 50_000, { knownCents: 450_000 })]);
    // What it heard of meanwhile is the later.
    given(years, [settled(THERE, 100_000, 3)]).when(hold(HERE, 400_000, { known }), { id, at }).then([held(HERE, 400_000, { knownCents: 100_000 })]);
  });

  it('is held for one choice of a premium at a time', () => {
    given(years, [held(HERE, 1)]).when(hold(HERE, 1), { id, at }).then({ code: 'premium-changing' });
  });

  it('comes back when the choice is refused, by the attempt that held it alone', () => {
    given(years, [held(HERE, 300_000)]).when(release(HERE), { id }).then([premiumCapReleased.of({ ...about, premiumId: HERE, attemptId: `cho_${HERE}` })]);
    given(years, [held(HERE, 300_000)]).when(release(HERE, 'cho_other'), { id }).then([]);
    given(years, [held(HERE, 300_000), premiumCapReleased.of({ ...about, premiumId: HERE, attemptId: `cho_${HERE}` })]).when(hold(THERE, 400_000), { id, at }).then([held(THERE, 400_000)]);
  });

  it('follows a premium in the order of its events, whatever order they come in', () => {
    given(years, [held(HERE, 300_000)]).when(settle(HERE, 300_000, 2), { id }).thenState({ shares: { [HERE]: { usedCents: 300_000, sequence: 2 } } });
    given(years, [settled(HERE, 300_000, 3)]).when(settle(HERE, 100_000, 2), { id }).then([]);
    given(years).when(settle(HERE, 0, 1, { isFinal: false }), { id }).then([]);
    // One in which there was nothing to choose is offered anew, and is being chosen.
    given(years, [settled(HERE, 300_000, 2), held(HERE, 1)]).when(settle(HERE, 0, 3, { isFinal: false }), { id }).then([settled(HERE, 0, 3, false)]);
  });

  it('asks the premium what became of a choice that takes too long, and holds until it knows', () => {
    const late = '2026-10-01T08:10:00.000Z';
    const pass = { type: PASS_DEADLINE, data: { deadlineAt: late } };
    const overdue = premiumCapOverdue.of({ premiumYearId: id, premiumId: HERE, attemptId: `cho_${HERE}` });
    given(years, [held(HERE, 300_000)]).when(pass, { id, at: '2026-10-01T08:09:59.999Z' }).then([]);
    given(years, [held(HERE, 300_000)]).when(pass, { id, at: late }).then([overdue]);
    expect([[held(HERE, 1)], [held(HERE, 1), overdue]].map((events) => years.deadline(given(years, events).state))).toEqual([late, undefined]);
    given(years, [held(HERE, 300_000), overdue]).when(hold(THERE, 200_001), { id, at }).then(leaves(200_000, '2.000,00 €'));
    const asked = [held(HERE, 300_000), overdue];
    given(years, asked).when(settle(HERE, 0, 1, { isFinal: false, endedAttemptId: `cho_${HERE}` }), { id }).then([settled(HERE, 0, 1)]);
    given(years, asked).when(settle(HERE, 300_000, 2, { endedAttemptId: `cho_${HERE}` }), { id }).then([settled(HERE, 300_000, 2)]);
    given(years, [settled(HERE, 0, 1), ...asked]).when(settle(HERE, 0, 1, { isFinal: false, endedAttemptId: `cho_${HERE}` }), { id }).then([settled(HERE, 0, 1)]);
  });
});

it('a premium has of the cap what is converted and what is paid at the substitute tax, once it is chosen', () => {
  const chosen = { status: 'chosen', by: 'deadline', convertedCents: 0, favouredCents: 5, ordinaryCents: 9 };
  expect([{ status: 'offered' }, chosen, { ...chosen, by: 'nothing' }, { ...chosen, by: 'person', convertedCents: 2 }].map((state) => shareOfCap(HERE, state as never, 2))).toEqual([
    { premiumId: HERE, usedCents: 0, sequence: 2, isFinal: false }, { premiumId: HERE, usedCents: 5, sequence: 2, isFinal: true },
    { premiumId: HERE, usedCents: 5, sequence: 2, isFinal: false }, { premiumId: HERE, usedCents: 7, sequence: 2, isFinal: true },
  ]);
});
