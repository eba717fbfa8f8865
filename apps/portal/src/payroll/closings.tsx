import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { PayrollClosingView } from '../api/views';
import { month } from '../format/dates';
import { Day, Money } from '../parts/amounts';
import { Empty, Loaded } from '../parts/loaded';
import { More } from '../parts/more';
import { useWords } from '../shell/words';
import { closingsQuery } from './payroll.queries';

/** A firm's closed months, newest first; whoever does the payroll has each one's files beside it. */
export function Closings({ firmId, withFiles }: { readonly firmId: string; readonly withFiles: boolean }): ReactElement {
  const { t } = useWords();
  const closings = useInfiniteQuery(closingsQuery(firmId));
  return (
    <>
      <Loaded query={closings}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? <Empty>{t('payroll.noClosings')}</Empty> : <ul className="rows">{items.map((one) => <Closing key={one.closingId} closing={one} withFiles={withFiles} />)}</ul>;
        }}
      </Loaded>
      <More list={closings} />
    </>
  );
}

function Closing({ closing, withFiles }: { readonly closing: PayrollClosingView; readonly withFiles: boolean }): ReactElement {
  const { t, language } = useWords();
  const { month: closedMonth, closedAt, reimbursedCents, inKindCents, pensionCents = 0, premiumCents = 0, mealExcessCents = 0, corrections, correctedCents } = closing;
  return (
    <li>
      <strong>{month(closedMonth, language)}</strong> <small>{t('payroll.closedAt')} <Day at={closedAt} /></small>
      <p>
        <Money cents={reimbursedCents} /> {t('payroll.toPay')}, <Money cents={inKindCents} /> {t('payroll.inKind')}
        {pensionCents !== 0 && <>, <Money cents={pensionCents} /> {t('payroll.pension')}</>}
        {premiumCents !== 0 && <>, <Money cents={premiumCents} /> {t('payroll.premiums')}</>}
        {mealExcessCents !== 0 && <>, <Money cents={mealExcessCents} /> {t('payroll.mealExcess')}</>}
        {corrections > 0 && <><br />{t('payroll.corrections')} <Money cents={correctedCents} /></>}
      </p>
      {withFiles && <Files closing={closing} />}
    </li>
  );
}

function Files({ closing: { closingId, month: closedMonth, corrections } }: { readonly closing: PayrollClosingView }): ReactElement {
  const { t, language } = useWords();
  const parts = corrections > 0 ? (['month', 'corrections'] as const) : (['month'] as const);
  return (
    <ul className="files">
      {parts.flatMap((part) =>
        (['csv', 'fixed'] as const).map((format) => (
          <li key={`${part}-${format}`}>
            <a href={`/api/benefits/payroll-closings/${closingId}/file?part=${part}&format=${format}`} download>
              {t('payroll.fileOf', { part: t(`payroll.file.${part}`), month: month(closedMonth, language), format: t(`payroll.file.${format}`) })}
            </a>
          </li>
        )),
      )}
    </ul>
  );
}
