import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Loaded } from '../parts/loaded';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { useOrganisation } from '../shell/session';
import { useWords } from '../shell/words';
import { Accounts } from './accounts';
import { CreditForm } from './credit.form';
import { plansQuery } from './firm.queries';
import { PlanForm } from './plan.form';

/** The firm's plan, and credit for everybody by it. */
export function PlanPage(): ReactElement {
  const { t } = useWords();
  const firmId = useOrganisation('firm-admin');
  const plans = useQuery(plansQuery(firmId));
  return (
    <Page title={t('firm.planTitle')}>
      <Loaded query={plans}>
        {({ items: [plan] }) =>
          plan === undefined ? (
            <Section title={t('firm.openPlan')}><p>{t('firm.noPlan')}</p><PlanForm firmId={firmId} /><p><Link to="/impresa/piano/condizioni">{t('plan.openDraft')}</Link></p></Section>
          ) : (
            <>
              <Section title={t('firm.currentPlan')}>
                <p><strong>{plan.title}</strong><br />{t(`firm.sources.${plan.source}`)}</p>
                <p><Link to="/impresa/piano/condizioni">{t('plan.toTerms')}</Link></p>
              </Section>
              <Section title={t('firm.credit')}><CreditForm planId={plan.planId} /></Section>
              <Accounts firmId={firmId} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
