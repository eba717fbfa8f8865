import type { ReactElement } from 'react';
import type { QuoteView } from '../api/views';
import { hoursInWords } from '../format/hours';
import { useWords } from '../shell/words';
import type { PayWith } from './purchase.queries';

/** Whether hours or euros pay, and the way to the other one; nothing where hours are no matter. */
export function HoursChoice({ quote: { hours, paysWith }, onPayWith }: { readonly quote: QuoteView; readonly onPayWith: (payWith: PayWith) => void }): ReactElement | null {
  const { t, language } = useWords();
  if (!hours) return null;
  const [needed, there] = [hoursInWords(hours.minutes, language), hoursInWords(hours.spendableMinutes, language)];
  const other = paysWith === 'hours' ? 'euro' : 'hours';
  return (
    <div aria-live="polite">
      <p className="help">{t(!hours.isEnough ? 'purchase.hoursTooFew' : paysWith === 'hours' ? 'purchase.hoursPay' : 'purchase.hoursCould', { needed, there })}</p>
      {hours.isEnough && <button type="button" className="btn btn-sm btn-outline-primary" onClick={() => onPayWith(other)}>{t(other === 'hours' ? 'purchase.payInHours' : 'purchase.payInEuros')}</button>}
    </div>
  );
}
