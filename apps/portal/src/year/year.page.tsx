import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Threshold } from '../employee/credit';
import { accountQuery } from '../employee/employee.queries';
import { money } from '../format/money';
import { Empty, Loaded } from '../parts/loaded';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { DeclareYearForm } from './declare-year.form';
import { yearDeclarationsQuery } from './year.queries';

/** How the year stands, what was declared of it, and the form to declare anew. */
export function YearPage(): ReactElement {
  const { t, language } = useWords();
  const account = useQuery(accountQuery);
  const declared = useQuery(yearDeclarationsQuery);
  return (
    <Page title={t('year.title')} lead={t('year.lead')}>
      <Loaded query={account} instead={{ 'account-not-found': <Empty>{t('employee.noCredit')}</Empty> }}>
        {({ threshold }) => (
          <>
            {threshold && <Threshold threshold={threshold} />}
            <Section title={t('year.declare')}><DeclareYearForm /></Section>
            <Section title={t('year.made')}>
              <Loaded query={declared}>
                {({ items }) =>
                  items.length === 0 ? (
                    <Empty>{t('year.none')}</Empty>
                  ) : (
                    <ul className="rows">
                      {items.map(({ taxYear, externalCents, childFiscalCodes }) => (
                        <li key={taxYear} className="row-line">
                          <span>
                            {t('year.of', { year: taxYear, external: money(externalCents, language) })}
                            <small>{childFiscalCodes.length === 0 ? t('year.noChildren') : t('year.by', { codes: childFiscalCodes.join(', ') })}</small>
                          </span>
                        </li>
                      ))}
                    </ul>
                  )
                }
              </Loaded>
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}
