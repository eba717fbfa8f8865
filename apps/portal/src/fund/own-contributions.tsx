import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef, type ReactElement } from 'react';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { ContributionView } from '../api/views';
import { day } from '../format/dates';
import { money } from '../format/money';
import { Dialog, type DialogHandle } from '../parts/dialog';
import { Empty, Loaded } from '../parts/loaded';
import { More } from '../parts/more';
import { ProblemNotice } from '../parts/notices';
import { useWords } from '../shell/words';
import { ownContributionsQuery } from './fund.queries';

const tones: Readonly<Record<string, string>> = { paid: 'good', refused: 'bad', checking: 'busy', waiting: 'busy' };
/** A day as lists write one, from a date without a time. */
export const dayOf = (date: string): string => `${date}T12:00:00Z`;

/** What somebody asked to be paid into funds, newest first, and calling it off while it isn't paid. */
export function OwnContributions(): ReactElement {
  const { t } = useWords();
  const list = useInfiniteQuery(ownContributionsQuery);
  return (
    <>
      <Loaded query={list}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? <Empty>{t('fund.noMine')}</Empty> : <ul className="rows">{items.map((one) => <Own key={one.contributionId} one={one} />)}</ul>;
        }}
      </Loaded>
      <More list={list} />
    </>
  );
}

function Own({ one }: { readonly one: ContributionView }): ReactElement {
  const { t, language } = useWords();
  const { status, fundName, kind, amountCents, memberCode, askedOn, dueOn, paidOn, reference = '', taxYear, reason } = one;
  const written = (date: string): string => day(dayOf(date), language);
  return (
    <li className="row-line">
      <div>
        <strong>{money(amountCents, language)} · {fundName}</strong>
        <small>{[t(`fund.kinds.${kind}`), ...(memberCode === undefined ? [] : [t('fund.member', { code: memberCode })]), `${t('fund.askedOn')} ${written(askedOn)}`, t('fund.taxYear', { year: taxYear })].join(', ')}</small>
        {dueOn !== undefined && <small>{t('fund.dueOn')} {written(dueOn)}</small>}
        {paidOn !== undefined && <small>{t('fund.paidOn', { day: written(paidOn), reference })}</small>}
        {reason && <small>{language === 'it' ? reason.text : reason.textEn}</small>}
        {reason?.note !== undefined && <small>{t('fund.note', { note: reason.note })}</small>}
      </div>
      <span className={`tag tag-${tones[status] ?? 'dim'}`}>{t(`fund.status.${status}`)}</span>
      {status === 'waiting' && <div className="actions"><Withdraw one={one} /></div>}
    </li>
  );
}

function Withdraw({ one: { contributionId, amountCents, fundName } }: { readonly one: ContributionView }): ReactElement {
  const { t, language } = useWords();
  const dialog = useRef<DialogHandle>(null);
  const withdrawal = useChange((_: null, key) => writtenTo('contributions', client.POST('/api/benefits/contributions/{contributionId}/withdrawal', { params: { path: { contributionId } }, ...change(key) })), {
    refreshes: ['contributions', 'fund-limits', 'account'],
    // The button is gone with what was called off: the focus goes where the list is.
    then: () => document.getElementById('contenuto')?.focus(),
  });
  return (
    <>
      <button type="button" className="btn btn-sm btn-outline-danger" aria-label={t('fund.withdraw.askOf', { amount: money(amountCents, language), fund: fundName })} onClick={() => dialog.current?.open()}>{t('fund.withdraw.ask')}</button>
      <Dialog ref={dialog} title={t('fund.withdraw.title')}>
        <p>{t('fund.withdraw.text')}</p>
        <ProblemNotice error={withdrawal.error} />
        <div className="actions">
          <button type="button" className="btn btn-danger" aria-disabled={withdrawal.isPending || undefined} onClick={() => withdrawal.isPending || withdrawal.mutate(null)}>{t('fund.withdraw.yes')}</button>
          <button type="button" className="btn btn-outline-primary" onClick={() => dialog.current?.close()}>{t('fund.withdraw.no')}</button>
        </div>
      </Dialog>
    </>
  );
}
