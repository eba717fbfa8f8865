import type { ReactElement } from 'react';
import type { HoursFundView, HoursPotView } from '../api/views';
import { hours } from '../format/hours';
import { municipalityName } from '../format/municipalities';
import { useWords } from '../shell/words';

const FIGURES = [['budgetMinutes', 'budget'], ['committedMinutes', 'committed'], ['usedMinutes', 'used'], ['freeMinutes', 'free']] as const;

const sumOf = (pots: readonly HoursPotView[], figure: (typeof FIGURES)[number][0]): number => pots.reduce((sum, pot) => sum + pot[figure], 0);

/** What each Comune has: budget, set apart, worked and free, in hours. */
export function PotsTable({ fund: { title, pots } }: { readonly fund: HoursFundView }): ReactElement {
  const { t, language } = useWords();
  const caption = t('hours.caption', { title });
  return (
    <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="table">
        <caption>{caption}</caption>
        <thead>
          <tr><th scope="col">{t('hours.municipality')}</th>{FIGURES.map(([, word]) => <th key={word} scope="col" className="right">{t(`hours.${word}`)}</th>)}</tr>
        </thead>
        <tbody>
          {pots.map((pot) => (
            <tr key={pot.municipality}><th scope="row">{municipalityName(pot.municipality)}</th>{FIGURES.map(([figure]) => <td key={figure} className="right">{hours(pot[figure], language)}</td>)}</tr>
          ))}
        </tbody>
        {pots.length > 1 && (
          <tfoot>
            <tr><th scope="row">{t('hours.all')}</th>{FIGURES.map(([figure]) => <td key={figure} className="right">{hours(sumOf(pots, figure), language)}</td>)}</tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
