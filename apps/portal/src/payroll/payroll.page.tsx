import { useInfiniteQuery } from '@tanstack/react-query';
import { useId, useState, type ReactElement } from 'react';
import { fieldDate } from '../format/dates';
import { PayrollContributions } from '../fund/payroll-contributions';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { useSession } from '../shell/session';
import { useWords } from '../shell/words';
import { CloseMonthForm } from './close-month.form';
import { Closings } from './closings';
import { yearsToTake } from './months';
import { closingsQuery } from './payroll.queries';
import { shortId } from './person-code';

/** Whoever does the payroll of firms closes their months and takes the files. */
export function PayrollPage(): ReactElement {
  const { t } = useWords();
  const session = useSession();
  const firms = session?.roles.filter(({ role }) => role === 'payroll').map(({ organisationId }) => organisationId) ?? [];
  const [chosen, setChosen] = useState<string>();
  const id = useId();
  const firmId = chosen ?? firms[0] ?? '';
  const isAdmin = session?.roles.some(({ role, organisationId }) => role === 'firm-admin' && organisationId === firmId) ?? false;
  return (
    <Page title={t('payroll.title')} lead={t('payroll.lead')}>
      {firms.length > 1 && (
        <div className="field">
          <label htmlFor={id}>{t('payroll.firm')}</label>
          <select id={id} className="form-select" value={firmId} onChange={({ target }) => setChosen(target.value)}>
            {firms.map((one) => <option key={one} value={one}>{t('payroll.firmOf', { id: shortId(one) })}</option>)}
          </select>
        </div>
      )}
      {isAdmin && <p className="help">{t('payroll.noLetters')}</p>}
      {firmId !== '' && <FirmFiles key={firmId} firmId={firmId} />}
    </Page>
  );
}

function FirmFiles({ firmId }: { readonly firmId: string }): ReactElement {
  const { t } = useWords();
  const lastClosed = useInfiniteQuery(closingsQuery(firmId)).data?.pages[0]?.items[0]?.month;
  const today = fieldDate(new Date());
  const years = yearsToTake(today, lastClosed);
  return (
    <>
      <Section title={t('fund.payroll')}><PayrollContributions firmId={firmId} /></Section>
      <Section title={t('payroll.close')}><CloseMonthForm firmId={firmId} lastClosed={lastClosed} today={today} /></Section>
      <Section title={t('payroll.closings')}><Closings firmId={firmId} withFiles /></Section>
      <Section title={t('payroll.year')}>
        <p>{t('payroll.yearLead')}</p>
        {years.length === 0 && <p className="help">{t('payroll.noYear')}</p>}
        <ul className="files">
          {years.flatMap((year) =>
            (['csv', 'fixed'] as const).map((format) => (
              <li key={`${year}-${format}`}>
                <a href={`/api/benefits/payroll-year-files?firmId=${firmId}&taxYear=${year}&format=${format}`} download>{t('payroll.yearFile', { year, format: t(`payroll.file.${format}`) })}</a>
              </li>
            )),
          )}
        </ul>
      </Section>
    </>
  );
}
