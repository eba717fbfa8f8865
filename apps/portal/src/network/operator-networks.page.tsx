import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { firmsQuery } from '../operator/operator.queries';
import { Loaded } from '../parts/loaded';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { FormNetworkForm } from './form-network.form';
import { JoinForm, LeaveForm } from './membership.forms';
import { Networks } from './networks';

/** Network contracts are entered here from the deed, with the days on which firms join and leave. */
export function OperatorNetworksPage(): ReactElement {
  const { t } = useWords();
  const firms = useQuery(firmsQuery);
  return (
    <Page title={t('network.operatorTitle')} lead={t('network.operatorLead')}>
      <Networks
        departure={(network, member) => <LeaveForm network={network} member={member} />}
        more={(network) => (firms.data ? <JoinForm network={network} firms={firms.data.items} /> : undefined)}
      />
      <Section title={t('network.form')}><Loaded query={firms}>{({ items }) => <FormNetworkForm firms={items} />}</Loaded></Section>
    </Page>
  );
}
