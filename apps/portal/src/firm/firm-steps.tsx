import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Icon } from '../parts/icon';
import { Loaded } from '../parts/loaded';
import { Section } from '../parts/section';
import { useWords } from '../shell/words';
import { accountsQuery, allotmentsQuery, employeesQuery, plansQuery } from './firm.queries';

type Step = 'people' | 'plan' | 'credit' | 'call';
const places = { people: '/impresa/dipendenti', plan: '/impresa/piano', credit: '/impresa/piano', call: '/impresa/bandi' } as const;

/** The way to the first order, with what is done ticked off. */
export function FirmSteps({ firmId }: { readonly firmId: string }): ReactElement {
  const { t } = useWords();
  const employees = useQuery(employeesQuery(firmId));
  const plans = useQuery(plansQuery(firmId));
  const accounts = useQuery(accountsQuery(firmId));
  const allotments = useQuery(allotmentsQuery(firmId));
  const done: Readonly<Record<Step, boolean>> = {
    people: (employees.data?.items.length ?? 0) > 0,
    plan: (plans.data?.items.length ?? 0) > 0,
    credit: (accounts.data?.items.length ?? 0) > 0,
    call: allotments.data?.items.some(({ status }) => status === 'granted') ?? false,
  };
  const steps = Object.keys(done) as Step[];
  return (
    <Section title={t('firm.todo')}>
      <Loaded query={employees}>
        {() => (
          <>
            {steps.every((step) => done[step]) && <p>{t('firm.allDone')}</p>}
            <ol className="steps">
              {steps.map((step) => (
                <li key={step} className={done[step] ? 'step-done' : undefined}>
                  <Icon name={done[step] ? 'check-circle' : 'arrow-right-circle'} />
                  <span>
                    <Link to={places[step]}>{t(`firm.steps.${step}`)}</Link> {done[step] && <span className="tag tag-good">{t('firm.done')}</span>}
                    <small>{t(`firm.steps.${step}Why`)}</small>
                  </span>
                </li>
              ))}
            </ol>
          </>
        )}
      </Loaded>
    </Section>
  );
}
