import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { ProviderView } from '../api/views';
import { Empty, Loaded } from '../parts/loaded';
import { Notice, ProblemNotice } from '../parts/notices';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { providersQuery } from './operator.queries';

const accredit = (providerId: string, key: string) =>
  writtenTo('providers', client.POST('/api/providers/{providerId}/accreditation', { params: { path: { providerId } }, ...change(key) }));

export function ProvidersPage(): ReactElement {
  const { t } = useWords();
  const providers = useQuery(providersQuery);
  const accreditation = useChange(accredit, { refreshes: ['providers'] });
  return (
    <Page title={t('operator.providersTitle')} lead={t('operator.providersLead')}>
      <ProblemNotice error={accreditation.error} />
      {accreditation.data && <Notice tone="success" live>{t('operator.accreditedNow')}</Notice>}
      <Loaded query={providers}>
        {({ items }) => {
          if (items.length === 0) return <Empty>{t('operator.noProviders')}</Empty>;
          return <ul className="rows">{items.map((provider) => <Row key={provider.providerId} provider={provider} busy={accreditation.isPending} onAccredit={() => accreditation.mutate(provider.providerId)} />)}</ul>;
        }}
      </Loaded>
    </Page>
  );
}

function Row({ provider, busy, onAccredit }: { readonly provider: ProviderView; readonly busy: boolean; readonly onAccredit: () => void }): ReactElement {
  const { t } = useWords();
  const isWaiting = provider.status === 'registered';
  return (
    <li className="row-line">
      <span><strong>{provider.name}</strong> <small>{t('operator.vatNumber', { number: provider.vatNumber })}</small></span>
      <span className={`tag tag-${isWaiting ? 'busy' : 'good'}`}>{t(isWaiting ? 'operator.waiting' : 'operator.accredited')}</span>
      {isWaiting && (
        <button type="button" className="btn btn-sm btn-primary" disabled={busy} onClick={onAccredit} aria-label={t('operator.accreditOne', { name: provider.name })}>
          {t('operator.accredit')}
        </button>
      )}
    </li>
  );
}
