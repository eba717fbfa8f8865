import { claimWithdrawn, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import { claimPersonalOf, isUndecided, personalOfClaim, type Claim, type ClaimStatus } from '../domain/claim';

/** Takes a claim back before it is decided. On appeal only the appeal ends: what was decided before stays (ADR 0279). */
export const withdrawClaimSlice = slice<Claim, object>({
  command: 'withdraw-claim',
  decide(_, state, { id, personal }) {
    if (state.status === 'absent') return refuse('claim-not-found');
    if (!isUndecided(state)) return refuse('claim-ended');
    const event = claimWithdrawn.of({ claimId: id, approvedCents: state.approvedCents, appealOnly: state.appealed });
    if (state.appealed) return accept(event);
    // What was asked for isn't why it ended.
    const { code: __, ...kept } = claimPersonalOf(personal);
    return { ...accept(event), personal: personalOfClaim(kept) };
  },
  evolve: {
    [claimWithdrawn.type]: ({ proposal: _, dueAt: __, ...state }: Claim, withdrawn: DataOf<typeof claimWithdrawn>): Claim => ({ ...state, status: statusAfterWithdrawal(withdrawn), heldCents: 0 }),
  },
});

/** What a claim is after it was withdrawn: gone, or as it was decided before its appeal. */
export function statusAfterWithdrawal({ approvedCents, appealOnly }: DataOf<typeof claimWithdrawn>): ClaimStatus {
  if (!appealOnly) return 'withdrawn';
  return approvedCents > 0 ? 'approved' : 'rejected';
}
