import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Money } from '../parts/amounts';
import { Empty, Loaded } from '../parts/loaded';
import { More } from '../parts/more';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { ownClaimsQuery } from './claim.queries';
import { ClaimClock, ClaimTag } from './claim-status';

/** An employee's own claims, newest first, and the way to a new one. */
export function ClaimsPage(): ReactElement {
  const { t } = useWords();
  const claims = useInfiniteQuery(ownClaimsQuery);
  return (
    <Page title={t('claim.title')} lead={t('claim.lead')}>
      <p className="actions"><Link to="/rimborsi/nuovo" className="btn btn-primary">{t('claim.ask')}</Link></p>
      <Section title={t('claim.mine')}>
        <Loaded query={claims}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items);
            if (items.length === 0) return <Empty>{t('claim.none')}</Empty>;
            return (
              <ul className="rows">
                {items.map((one) => (
                  <li key={one.claimId} className="row-line">
                    <div>
                      <strong><Link to="/rimborsi/$claimId" params={{ claimId: one.claimId }}>{t('claim.ofAmount')} <Money cents={one.askedCents} /></Link></strong>{' '}
                      <ClaimClock {...one} />
                      {one.status === 'approved' && <small>{t('claim.paid')} <Money cents={one.reimbursedCents} /></small>}
                    </div>
                    <ClaimTag status={one.status} />
                  </li>
                ))}
              </ul>
            );
          }}
        </Loaded>
        <More list={claims} />
      </Section>
    </Page>
  );
}
