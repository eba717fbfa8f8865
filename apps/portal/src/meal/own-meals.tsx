import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { month } from '../format/dates';
import { money } from '../format/money';
import { Empty, Loaded } from '../parts/loaded';
import { More } from '../parts/more';
import { useWords } from '../shell/words';
import { ownMealsQuery } from './meal.queries';

/** A person's own meal vouchers, month by month. */
export function OwnMeals(): ReactElement {
  const { t, language } = useWords();
  const meals = useInfiniteQuery(ownMealsQuery);
  return (
    <>
      <Loaded query={meals}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty>{t('premium.noMeals')}</Empty>;
          return (
            <ul className="rows">
              {items.map(({ mealMonthId, month: yearAndMonth, days, valueCents, taxedCents, dates, explanation }) => (
                <li key={mealMonthId} className="row-line">
                  <span>
                    <strong>{t('premium.mealMonth', { month: month(yearAndMonth, language), days, value: money(valueCents, language) })}</strong>
                    {taxedCents > 0 && <>, {t('premium.mealTaxed', { taxed: money(taxedCents, language) })}</>}
                    <small>{t('premium.mealDays', { days: dates.map((date) => Number(date.slice(-2))).join(', ') })}</small>
                    <small>{explanation.join(' ')}</small>
                  </span>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
      <More list={meals} />
    </>
  );
}
