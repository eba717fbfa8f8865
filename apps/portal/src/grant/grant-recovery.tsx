import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { AllotmentView, RecoveryView } from '../api/views';
import { day } from '../format/dates';
import { money } from '../format/money';
import { Loaded } from '../parts/loaded';
import { useWords } from '../shell/words';
import type { Side } from './grant-acts';
import { grantRecoveryQuery } from './grant.queries';
import { RepaymentDialog } from './repayment.dialog';

interface Props {
  readonly allotment: AllotmentView;
  readonly side: Side;
  readonly of: string;
}

const noon = (date: string): string => `${date}T12:00:00Z`;

/** What a firm still owes of a grant and what it paid back; nothing where there is nothing to recover. */
export function GrantRecovery({ allotment, side, of }: Props): ReactElement | null {
  return (allotment.ending?.recoverCents ?? 0) > 0 ? <Recovery allotmentId={allotment.allotmentId} side={side} of={of} /> : null;
}

function Recovery({ allotmentId, side, of }: Omit<Props, 'allotment'> & { readonly allotmentId: string }): ReactElement {
  const recovery = useQuery(grantRecoveryQuery(allotmentId));
  return <Loaded query={recovery}>{(value) => <Owed recovery={value} side={side} of={of} />}</Loaded>;
}

function Owed({ recovery, side, of }: Omit<Props, 'allotment'> & { readonly recovery: RecoveryView }): ReactElement {
  const { t, language } = useWords();
  const { principalCents, interestCents, repayments } = recovery;
  const owedCents = principalCents + interestCents;
  return (
    <>
      <p className="strong">{owedCents === 0 ? t('grant.allRepaid') : t('grant.owed', { amount: money(owedCents, language), interest: money(interestCents, language), day: day(noon(recovery.day), language) })}</p>
      {repayments.length > 0 && (
        <ul className="plain">
          {repayments.map(({ paidOn, proof, ...part }) => (
            <li key={proof}><small>{t('grant.repaid', { day: day(noon(paidOn), language), amount: money(part.principalCents + part.interestCents, language), interest: money(part.interestCents, language), proof })}</small></li>
          ))}
        </ul>
      )}
      {side === 'operator' && owedCents > 0 && <RepaymentDialog allotmentId={recovery.allotmentId} owedCents={owedCents} of={of} />}
    </>
  );
}
