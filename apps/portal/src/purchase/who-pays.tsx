import type { ReactElement } from 'react';
import type { OwnQuoteView, PaymentView, ShareView } from '../api/views';
import { hoursInWords } from '../format/hours';
import { Money } from '../parts/amounts';
import { Measure } from '../parts/measure';
import { useWords } from '../shell/words';

interface Props {
  readonly shares: readonly (ShareView | PaymentView | OwnQuoteView['shares'][number])[];
  readonly totalCents: number;
  readonly callTitle?: string | undefined;
  /** False where credit is missing, or somebody pays a part themself: then not all is covered. */
  readonly isCovered?: boolean;
}

/** The cascade: each source with its euros, in the order in which they pay, and the total. */
export function WhoPays({ shares, totalCents, callTitle, isCovered = true }: Props): ReactElement {
  const { t, language } = useWords();
  const portions = shares.map(({ source, amountCents }) => ({ label: source, cents: amountCents, shade: source === 'incentive' ? ('strong' as const) : ('middle' as const) }));
  return (
    <div className="who-pays">
      <Measure name={t('purchase.title')} wholeCents={totalCents} portions={portions} />
      <dl>
        {shares.map((share) => (
          <div key={share.source} className={`share share-${share.source}`}>
            <dt>
              {'minutes' in share && share.minutes !== undefined ? t('purchase.byHours', { hours: hoursInWords(share.minutes, language) }) : t(`purchase.sources.${share.source}`)}
              <small>{'status' in share ? t(`purchase.paymentStatus.${share.status}`) : (share.source !== 'incentive' || callTitle !== undefined) && t(`purchase.sourceWhy.${share.source}`, { call: callTitle })}</small>
            </dt>
            <dd><Money cents={share.amountCents} /></dd>
          </div>
        ))}
        <div className="share share-total">
          <dt>{t(isCovered ? 'purchase.total' : 'purchase.price')}</dt>
          <dd><Money cents={totalCents} /></dd>
        </div>
        {isCovered && (
          <div className="share">
            <dt>{t('purchase.yours')}</dt>
            <dd><Money cents={0} /></dd>
          </div>
        )}
      </dl>
    </div>
  );
}
