import type { ReactElement } from 'react';
import type { FundView, OwedView } from '../api/views';
import { money } from '../format/money';
import { Figure } from '../parts/amounts';
import { Measure } from '../parts/measure';
import { useWords } from '../shell/words';

/** A call's money: what is paid, promised and free, as a bar and as figures; what came back is none of it. */
export function Fund({ fund, recovered }: { readonly fund: FundView; readonly recovered?: OwedView | undefined }): ReactElement {
  const { t, language } = useWords();
  const of = (cents: number): string => money(cents, language);
  const { budgetCents, committedCents, paidCents, freeCents } = fund;
  const name = t('operator.fundBar', { paid: of(paidCents), committed: of(committedCents), free: of(freeCents), budget: of(budgetCents) });
  return (
    <div className="fund">
      <Measure
        name={name}
        wholeCents={budgetCents}
        portions={[
          { label: 'paid', cents: paidCents, shade: 'strong' },
          { label: 'committed', cents: committedCents, shade: 'middle' },
          { label: 'free', cents: freeCents, shade: 'light' },
        ]}
      />
      <dl className="figures fund-figures">
        <Figure label={t('operator.budget')} cents={budgetCents} />
        <Figure label={t('operator.paid')} cents={paidCents} note={t('operator.paidWhy')} />
        <Figure label={t('operator.committed')} cents={committedCents} note={t('operator.committedWhy')} />
        <Figure label={t('operator.free')} cents={freeCents} note={t('operator.freeWhy')} />
        {recovered && <Figure label={t('operator.recovered')} cents={recovered.principalCents + recovered.interestCents} note={t('operator.recoveredWhy', { interest: of(recovered.interestCents) })} />}
      </dl>
    </div>
  );
}
