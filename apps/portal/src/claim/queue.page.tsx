import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Day, Money } from '../parts/amounts';
import { Empty, Loaded } from '../parts/loaded';
import { More } from '../parts/more';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { claimQueueQuery } from './claim.queries';
import { ClaimClock, ClaimTag } from './claim-status';

/** What validators have before them, the most urgent first. */
export function ClaimQueuePage(): ReactElement {
  const { t } = useWords();
  const queue = useInfiniteQuery(claimQueueQuery);
  return (
    <Page title={t('claim.queueTitle')} lead={t('claim.queueLead')}>
      <h2 className="visually-hidden">{t('claim.queueMenu')}</h2>
      <Loaded query={queue}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty>{t('claim.queueEmpty')}</Empty>;
          return (
            <ol className="rows">
              {items.map((one) => (
                <li key={one.claimId} className="row-line">
                  <div>
                    <strong><Link to="/convalida/$claimId" params={{ claimId: one.claimId }}>{t('claim.ofAmount')} <Money cents={one.askedCents} /></Link></strong> {one.reviewBy === undefined ? <ClaimClock {...one} /> : <small>{t('claim.review.by')} <Day at={one.reviewBy} /></small>}
                  </div>
                  {one.reviewBy === undefined ? <ClaimTag status={one.status} /> : <span className="tag tag-busy">{t('claim.review.tag')}</span>}
                </li>
              ))}
            </ol>
          );
        }}
      </Loaded>
      <More list={queue} />
    </Page>
  );
}
