import type { ReactElement } from 'react';
import type { QuoteView } from '../api/views';
import { hoursInWords } from '../format/hours';
import { useWords } from '../shell/words';
import type { PayWith } from './purchase.queries';

const wordsFor = ({ isEnough, spendableMinutes }: NonNullable<QuoteView['hours']>, paysWith: QuoteView['paysWith']) =>
  isEnough ? (paysWith === 'hours' ? ('purchase.hoursPay' as const) : ('purchase.hoursCould' as const)) : spendableMinutes > 0 ? ('purchase.hoursTooFew' as const) : ('purchase.hoursUnfit' as const);

/** Whether hours or euros pay, and the way to the other one; nothing where hours are no matter. */
export function HoursChoice({ quote: { hours, paysWith, missingCents }, onPayWith }: { readonly quote: QuoteView; readonly onPayWith: (payWith: PayWith) => void }): ReactElement | null {
  const { t, language } = useWords();
  if (!hours) return null;
  const [needed, there] = [hoursInWords(hours.minutes, language), hoursInWords(hours.spendableMinutes, language)];
  const other = paysWith === 'hours' ? 'euro' : 'hours';
  return (
    <div aria-live="polite">
      <p className="help">{t(wordsFor(hours, paysWith), { needed, there })}{!hours.isEnough && missingCents === 0 && <> {t('purchase.hoursSoEuros')}</>}</p>
      {hours.isEnough && <button type="button" className="btn btn-sm btn-outline-primary" onClick={() => onPayWith(other)}>{t(other === 'hours' ? 'purchase.payInHours' : 'purchase.payInEuros')}</button>}
    </div>
  );
}
