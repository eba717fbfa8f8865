import { aidHeld, aidRefused, holdAid, type AidFacts, type DataOf } from '@salvatempo/contracts';
import { accept, romeDate, slice, type Decision } from '@salvatempo/kernel';
import { MAX_ENTRIES, withFirm, type AidRegister, type OpenRegister } from '../domain/aid-register';
import { usedCents } from '../domain/aid-window';
import { forward } from '../domain/forwarded';

/**
 * Sets a grant aside in the ceiling of the single undertaking: whole, or as the call says reduced to what is left. One write of
 * one document, so that grants to linked firms that come at the same time never exceed it together.
 */
export const holdAidSlice = slice<AidRegister, DataOf<typeof holdAid>>({
  command: holdAid.type,
  decide(command, state, { id, at }): Decision {
    if (state.status === 'merged') return forward(id, state.into, 'hold', holdAid.to(state.into, command));
    const { allotmentId, callId, firmId, amountCents: askedCents, onExcess, rule } = command;
    const used = usedCents(state, rule, romeDate(at));
    const leftCents = Math.max(0, rule.ceilingCents - used);
    const heldCents = askedCents <= leftCents ? askedCents : onExcess === 'reduce' ? leftCents : 0;
    const application = { registerId: id, allotmentId, callId, firmId };
    const facts = (cents: number): AidFacts => ({ registerId: id, rule, askedCents, usedCents: used, heldCents: cents });
    if (state.rows.length + state.holds.length >= MAX_ENTRIES) return accept(aidRefused.of({ ...application, code: 'aid-register-full', facts: facts(0) }));
    if (heldCents === 0) return accept(aidRefused.of({ ...application, code: 'de-minimis-exceeded', facts: facts(0) }));
    return accept(aidHeld.of({ ...application, facts: facts(heldCents) }));
  },
  evolve: {
    [aidHeld.type]: (state: AidRegister, { allotmentId, callId, firmId, facts }: DataOf<typeof aidHeld>): AidRegister => {
      const open = state as OpenRegister;
      const { regime } = facts.rule;
      return { ...open, firmIds: withFirm(open, firmId), holds: [...open.holds, { allotmentId, callId, firmId, regime, amountCents: facts.heldCents }] };
    },
  },
});
