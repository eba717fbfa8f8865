import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { employeesQuery } from '../firm/firm.queries';
import { month } from '../format/dates';
import { Money } from '../parts/amounts';
import { Empty, Loaded } from '../parts/loaded';
import { More } from '../parts/more';
import { Section } from '../parts/section';
import { useWords } from '../shell/words';
import { firmMealsQuery } from './meal.queries';
import { RecordMealsForm } from './record-meals.form';

/** The firm's meal vouchers by month and person, and recording more of them. */
export function FirmMeals({ firmId }: { readonly firmId: string }): ReactElement {
  const { t, language } = useWords();
  const meals = useInfiniteQuery(firmMealsQuery(firmId));
  const employees = useQuery(employeesQuery(firmId)).data?.items;
  const named = new Map(employees?.map(({ personId, name, surname }) => [personId, `${name} ${surname}`] as const));
  return (
    <>
      <Section title={t('premium.meals')}>
        <Loaded query={meals}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items);
            if (items.length === 0) return <Empty>{t('premium.noMeals')}</Empty>;
            return (
              <div className="table-scroll" tabIndex={0} role="region" aria-label={t('premium.mealTable')}>
                <table className="table">
                  <thead><tr><th scope="col">{t('premium.mealMonthOf')}</th><th scope="col">{t('premium.person')}</th><th scope="col">{t('premium.meals')}</th><th scope="col">{t('premium.taxed')}</th></tr></thead>
                  <tbody>
                    {items.map(({ mealMonthId, month: of, personId, days, valueCents, taxedCents }) => (
                      <tr key={mealMonthId}><td>{month(of, language)}</td><td>{named.get(personId) ?? personId}</td><td>{days} × <Money cents={valueCents} /></td><td><Money cents={taxedCents} /></td></tr>
                    ))}
                  </tbody>
                </table>
              </div>
            );
          }}
        </Loaded>
        <More list={meals} />
      </Section>
      <Section title={t('premium.recordMeals')}>
        {employees && (employees.length === 0 ? <Empty>{t('premium.noEmployees')}</Empty> : <RecordMealsForm firmId={firmId} employees={employees} />)}
      </Section>
    </>
  );
}
