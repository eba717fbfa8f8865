import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { CoverView } from '../api/views';
import { money } from '../format/money';
import { Day, Figure, Money } from '../parts/amounts';
import { Empty, Loaded } from '../parts/loaded';
import { More } from '../parts/more';
import { Notice } from '../parts/notices';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { useOrganisation } from '../shell/session';
import { useWords } from '../shell/words';
import { coverQuery, firmTransfersQuery } from './cover.queries';
import { Proformas } from './proformas';

/** Where the money of a firm's credit comes from: what it transferred, what it still has to, and with which reference. */
export function CreditsPage(): ReactElement {
  const { t } = useWords();
  const firmId = useOrganisation('firm-admin');
  const cover = useQuery(coverQuery(firmId));
  return (
    <Page title={t('cover.title')} lead={t('cover.lead')}>
      <Section title={t('cover.position')}><Loaded query={cover}>{(value) => <Position cover={value} />}</Loaded></Section>
      <Section title={t('cover.proformas')}><Proformas firmId={firmId} /></Section>
      <Section title={t('cover.transfers')}><Transfers firmId={firmId} /></Section>
    </Page>
  );
}

function Position({ cover }: { readonly cover: CoverView }): ReactElement {
  const { t, language } = useWords();
  const { standing, dueAt } = cover;
  return (
    <>
      {standing !== 'regular' && <Notice tone={standing === 'in-default' ? 'danger' : 'warning'}><strong>{t(`cover.standings.${standing}`)}</strong><p>{t(`cover.means.${standing}`)}</p></Notice>}
      <dl className="figures">
        <Figure label={t('cover.received')} cents={cover.receivedCents} />
        <Figure label={t('cover.used')} cents={cover.guaranteeUsedCents} note={t('cover.usedNote', { limit: money(cover.guaranteeCents, language) })} />
        <Figure label={t('cover.credited')} cents={cover.creditedCents} />
        <Figure label={t('cover.spent')} cents={cover.spentCents} />
        {cover.freeCents > 0 && <Figure label={t('cover.free')} cents={cover.freeCents} />}
        {cover.setAsideCents > 0 && <Figure label={t('cover.setAside')} cents={cover.setAsideCents} />}
      </dl>
      {dueAt !== undefined && <p>{t('cover.due')} <Day at={dueAt} />.</p>}
    </>
  );
}

function Transfers({ firmId }: { readonly firmId: string }): ReactElement {
  const { t } = useWords();
  const list = useInfiniteQuery(firmTransfersQuery(firmId));
  return (
    <>
      <Loaded query={list}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty>{t('cover.noTransfers')}</Empty>;
          return (
            <div className="table-scroll" role="region" aria-label={t('cover.table')} tabIndex={0}>
              <table className="table">
                <thead><tr><th scope="col">{t('cover.day')}</th><th scope="col" className="right">{t('cover.amount')}</th></tr></thead>
                <tbody>{items.map((one) => <tr key={one.lineId}><th scope="row"><Day at={`${one.bookedOn}T12:00:00Z`} /></th><td className="right"><Money cents={one.amountCents} /></td></tr>)}</tbody>
              </table>
            </div>
          );
        }}
      </Loaded>
      <More list={list} />
    </>
  );
}
