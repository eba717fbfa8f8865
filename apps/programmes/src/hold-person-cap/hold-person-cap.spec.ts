import {
  holdPersonCap,
  personCapHeld,
  personCapPinned,
  personCapRefused,
  personCapReleased,
  personCapUsed,
  pinPersonCap,
  releasePersonCap,
  usePersonCap,
} from '@salvatempo/contracts';
import { addMs, DAY_MS, derivedId, PASS_DEADLINE } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import { personCap, personCapIdOf } from '../domain/person-cap';
import { holdPersonCapSlice } from './hold-person-cap.decider';
import { pinPersonCapSlice } from './pin-person-cap.decider';
import { expirePersonCapsSlice, releasePersonCapSlice } from './release-person-cap.decider';
import { usePersonCapSlice } from './use-person-cap.decider';

const aggregate = { ...personCap, slices: [holdPersonCapSlice, pinPersonCapSlice, usePersonCapSlice, releasePersonCapSlice, expirePersonCapsSlice] };
const callId = derivedId('cal', 'spec');
const personId = derivedId('per', 'spec');
const personCapId = personCapIdOf(callId, personId);
const AT = '2026-09-10T10:00:00.000Z';
const EXPIRES = addMs(AT, 60_000);
const of = (n: number) => ({ personCapId, purchaseId: derivedId('pur', String(n)) });
const hold = (n: number, amountCents: number) => ({
  type: holdPersonCap.type,
  data: { ...of(n), callId, personId, capCents: 50_000, amountCents, expiresAt: EXPIRES },
});
const held = (n: number, amountCents: number, heldCents = amountCents, usedCents = 0) =>
  personCapHeld.of({ ...of(n), callId, personId, amountCents, expiresAt: EXPIRES, heldCents, usedCents });
const pinned = personCapPinned.of({ ...of(1), amountCents: 2_800 });
const used = personCapUsed.of({ ...of(1), amountCents: 2_800, heldCents: 0, usedCents: 2_800 });
const released = (reason: 'released' | 'expired', amountCents = 2_800) => personCapReleased.of({ ...of(1), amountCents, reason, heldCents: 0, usedCents: 0 });
const refused = (n: number, code: string) => personCapRefused.of({ ...of(n), code });
const at = (instant: string) => ({ id: personCapId, at: instant });

describe('the cap of a person in a call', () => {
  it('admits up to its last cent and not one more, held and used counted together', () => {
    given(aggregate).when(hold(1, 50_000), at(AT)).then([held(1, 50_000)]);
    given(aggregate, [held(1, 2_800), pinned, used]).when(hold(2, 47_200), at(AT)).then([held(2, 47_200, 47_200, 2_800)]);
    given(aggregate, [held(1, 2_800), pinned, used]).when(hold(2, 47_201), at(AT)).then([refused(2, 'person-cap-exceeded')]);
    given(aggregate, [held(1, 2_800)]).when(hold(2, 47_201), at(AT)).then([refused(2, 'person-cap-exceeded')]);
  });

  it('is used however late once pinned, and not after the clock ended the hold', () => {
    const use = { type: usePersonCap.type, data: of(1) };
    const pin = { type: pinPersonCap.type, data: of(1) };
    const late = at(addMs(AT, DAY_MS));
    given(aggregate, [held(1, 2_800)]).when(pin, at(AT)).then([pinned]);
    given(aggregate, [held(1, 2_800), pinned]).when(use, late).then([used]);
    given(aggregate, [held(1, 2_800)]).when(use, late).then([released('expired'), refused(1, 'hold-expired')]);
    given(aggregate, [held(1, 2_800)]).when(pin, late).then([released('expired'), refused(1, 'hold-expired')]);
    given(aggregate, [held(1, 2_800), pinned]).when(pin, late).then([]);
  });

  it('comes back when released or expired; a release of nothing is answered too', () => {
    const release = { type: releasePersonCap.type, data: of(1) };
    given(aggregate, [held(1, 2_800), pinned]).when(release, at(AT)).then([released('released')]);
    given(aggregate).when(release, at(AT)).then([released('released', 0)]);
    given(aggregate, [held(1, 2_800)]).when({ type: PASS_DEADLINE, data: {} }, at(EXPIRES)).then([released('expired')]);
    expect(personCap.deadline(given(aggregate, [held(1, 2_800)]).state)).toBe(EXPIRES);
  });

  it('refuses a hold that is over already', () => {
    given(aggregate).when(hold(1, 1), at(EXPIRES)).then([refused(1, 'hold-expired')]);
  });
});
