import { isQueued, type Claim } from './claim';

/**
 * Why somebody may not decide a claim now, as a problem's code: it isn't before validators, it is their own, they decided what is
 * appealed, or they are the first of two already.
 */
export function whyNotDecide(state: Claim, validatorId: string): string | undefined {
  if (state.status === 'absent') return 'claim-not-found';
  if (!isQueued(state)) return 'claim-not-open';
  if (state.personId === validatorId) return 'claim-own';
  if (state.excludedIds.includes(validatorId)) return 'claim-other-validator';
  return state.proposal?.validatorId === validatorId ? 'claim-second-validator' : undefined;
}
