import type { Aggregate } from '@salvatempo/kernel';
import { addCreditSlice } from './credit-people/add-credit.decider';
import { declareYearSlice } from './declare-year/declare-year.decider';
import { account, type Account } from './domain/account';
import { debitClaimCreditSlice, payWaitingClaimsSlice } from './hold-claim-credit/debit-claim-credit.decider';
import { holdClaimCreditSlice } from './hold-claim-credit/hold-claim-credit.decider';
import { releaseClaimCreditSlice } from './hold-claim-credit/release-claim-credit.decider';
import { releaseContributionCreditSlice, spendContributionCreditSlice } from './hold-contribution-credit/end-contribution-credit.decider';
import { holdContributionCreditSlice } from './hold-contribution-credit/hold-contribution-credit.decider';
import { holdCreditSlice } from './hold-credit/hold-credit.decider';
import { pinCreditSlice } from './hold-credit/pin-credit.decider';
import { expireHoldsSlice, releaseCreditSlice } from './hold-credit/release-credit.decider';
import { spendCreditSlice } from './hold-credit/spend-credit.decider';
import { beginRunOutSlice, endRunOutSlice } from './run-out/run-out.decider';
import { returnClaimCreditSlice } from './review-claim/return-claim-credit.decider';
import { settleYearSlice } from './settle-year/settle-year.decider';
import { withdrawCreditSlice } from './withdraw-credit/withdraw-credit.decider';

/** An account with everything that can be done to it. */
export const accountAggregate: Aggregate<Account> = {
  ...account,
  slices: [
    ...[addCreditSlice, withdrawCreditSlice, holdCreditSlice, pinCreditSlice, spendCreditSlice, releaseCreditSlice, expireHoldsSlice, declareYearSlice, settleYearSlice],
    ...[holdClaimCreditSlice, debitClaimCreditSlice, payWaitingClaimsSlice, releaseClaimCreditSlice, beginRunOutSlice, endRunOutSlice, returnClaimCreditSlice],
    ...[holdContributionCreditSlice, releaseContributionCreditSlice, spendContributionCreditSlice],
  ],
};
