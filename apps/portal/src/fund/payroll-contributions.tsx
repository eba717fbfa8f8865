import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { PayrollContributionView } from '../api/views';
import { day, fieldDate } from '../format/dates';
import { money } from '../format/money';
import { Empty, Loaded } from '../parts/loaded';
import { More } from '../parts/more';
import { shortId } from '../payroll/person-code';
import { useWords } from '../shell/words';
import { payrollContributionsQuery } from './fund.queries';
import { dayOf } from './own-contributions';
import { PayContribution } from './pay-contribution.dialog';
import { RefuseContribution } from './refuse-contribution.dialog';

/** What a firm's payroll has to pay to its people's funds, the oldest first, and what it noted as paid. */
export function PayrollContributions({ firmId }: { readonly firmId: string }): ReactElement {
  const { t } = useWords();
  return (
    <>
      <p className="help">{t('fund.payrollLead')}</p>
      <List firmId={firmId} status="waiting" empty={t('fund.noWaiting')} />
      <h3>{t('fund.paid')}</h3>
      <List firmId={firmId} status="paid" empty={t('fund.noPaid')} />
    </>
  );
}

function List({ firmId, status, empty }: { readonly firmId: string; readonly status: 'waiting' | 'paid'; readonly empty: string }): ReactElement {
  const list = useInfiniteQuery(payrollContributionsQuery(firmId, status));
  return (
    <>
      <Loaded query={list}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? <Empty>{empty}</Empty> : <ul className="rows">{items.map((one) => <Row key={one.contributionId} one={one} />)}</ul>;
        }}
      </Loaded>
      <More list={list} />
    </>
  );
}

function Row({ one }: { readonly one: PayrollContributionView }): ReactElement {
  const { t, language } = useWords();
  const { name, fiscalCodeTail, personId, kind, fundName, memberCode, amountCents, askedOn, dueOn, paidOn, reference = '' } = one;
  const who = name === undefined ? t('fund.somebody', { id: shortId(personId) }) : `${name} (…${fiscalCodeTail ?? ''})`;
  const written = (date: string): string => day(dayOf(date), language);
  const isLate = dueOn !== undefined && dueOn < fieldDate(new Date());
  return (
    <li className="row-line">
      <div>
        <strong>{money(amountCents, language)} · {who}</strong>
        <small>{[fundName, t(`fund.kinds.${kind}`), ...(memberCode === undefined ? [] : [t('fund.member', { code: memberCode })])].join(', ')}</small>
        {dueOn !== undefined && <small>{t('fund.askedOn')} {written(askedOn)}, {t(isLate ? 'fund.late' : 'fund.dueOn')} {written(dueOn)}</small>}
        {paidOn !== undefined && <small>{t('fund.paidOn', { day: written(paidOn), reference })}</small>}
      </div>
      {one.status === 'waiting' && (
        <div className="actions">
          <PayContribution one={one} who={who} />
          <RefuseContribution one={one} who={who} />
        </div>
      )}
    </li>
  );
}
