import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useChange } from '../api/change';
import { bodyOf, change, client } from '../api/client';
import { fieldDate } from '../format/dates';
import { Empty, Loaded } from '../parts/loaded';
import { Notice } from '../parts/notices';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { useOrganisation } from '../shell/session';
import { useWords } from '../shell/words';
import { SiteCard } from './site-card';
import { SiteForm } from './site.form';
import { bodyOfSite, newSite, type SiteValues } from './site-values';
import { sitesQuery } from './sites.query';

/** Where a firm works and where things are brought to, with the hours. */
export function SitesPage(): ReactElement {
  const { t } = useWords();
  const firmId = useOrganisation('firm-admin');
  const sites = useQuery(sitesQuery(firmId));
  const [today] = useState(() => fieldDate(new Date()));
  const [forms, setForms] = useState(0);
  const adding = useChange((values: SiteValues, key) => bodyOf(client.POST('/api/companies/firms/{firmId}/sites', { params: { path: { firmId } }, body: { ...bodyOfSite(values), firstDay: values.day }, ...change(key) })), {
    refreshes: ['sites'],
    then: () => setForms((n) => n + 1),
  });
  return (
    <Page title={t('site.title')} lead={t('site.lead')}>
      <Section title={t('site.list')}>
        <Loaded query={sites}>
          {({ items }) => (items.length === 0 ? <Empty>{t('site.none')}</Empty> : <ul className="plain">{items.map((site) => <SiteCard key={site.siteId} firmId={firmId} site={site} today={today} />)}</ul>)}
        </Loaded>
      </Section>
      <Section title={t('site.add')}>
        {adding.data && <Notice tone="success" live>{t('site.added')}</Notice>}
        <SiteForm key={forms} name={t('site.add')} kind="add" values={newSite(today)} today={today} busy={adding.isPending} problem={adding.error} onSave={(values) => adding.mutate(values)} />
      </Section>
    </Page>
  );
}
