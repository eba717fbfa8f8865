import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { plansQuery } from '../firm/firm.queries';
import { PlanForm } from '../firm/plan.form';
import { Notice } from '../parts/notices';
import { Loaded } from '../parts/loaded';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { useOrganisation } from '../shell/session';
import { useWords } from '../shell/words';
import { CreditGroupForm } from './credit-group.form';
import { DrawPool } from './draw-pool.form';
import { DraftPlanForm } from './draft-plan.form';
import { planQuery } from './plan.queries';
import { PublishPlanForm } from './publish-plan.form';
import { Residues } from './residues';
import { Versions } from './versions';

/** What the firm's plan says, from its draft to what is left of it. */
export function PlanTermsPage(): ReactElement {
  const { t } = useWords();
  const firmId = useOrganisation('firm-admin');
  const plans = useQuery(plansQuery(firmId));
  return (
    <Page title={t('plan.termsTitle')} lead={t('plan.termsLead')}>
      <Loaded query={plans}>
        {({ items: [plan] }) => (plan === undefined ? <Section title={t('plan.openDraft')}><p>{t('plan.none')}</p><PlanForm firmId={firmId} isDraft /></Section> : <Terms firmId={firmId} planId={plan.planId} />)}
      </Loaded>
      <Residues firmId={firmId} />
    </Page>
  );
}

function Terms({ firmId, planId }: { readonly firmId: string; readonly planId: string }): ReactElement {
  const { t } = useWords();
  const plan = useQuery(planQuery(planId));
  return (
    <Loaded query={plan}>
      {(value) => {
        const { title, status, versions, current, draft } = value;
        const held = versions.find(({ number }) => number === current);
        return (
          <>
            <Section title={title}>
              <p>{held ? t('plan.nowVersion', { n: held.number }) : status === 'draft' ? t('plan.draftOnly') : t('plan.noVersion')}</p>
              {versions.length > 0 && <Versions versions={versions} />}
            </Section>
            {held && <Section title={t('plan.creditTitle')}><CreditGroupForm key={held.number} planId={planId} version={held} /></Section>}
            {held && <Section title={t('plan.drawTitle')}><DrawPool key={held.number} firmId={firmId} planId={planId} version={held} /></Section>}
            <Section title={t('plan.writeTitle')}>
              {!draft && versions.length > 0 && <Notice tone="success" live>{t('plan.publishedNow')}</Notice>}
              <DraftPlanForm key={versions.length} plan={value} />
              {draft && <PublishPlanForm planId={planId} edition={draft.edition} validFrom={draft.validFrom} />}
            </Section>
          </>
        );
      }}
    </Loaded>
  );
}
