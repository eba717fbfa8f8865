import type { ReactElement } from 'react';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { Networks } from './networks';

/** The network contracts that a firm is or was in. An officer enters them, so there is nothing to change here. */
export function FirmNetworksPage(): ReactElement {
  const { t } = useWords();
  return <Page title={t('network.firmTitle')} lead={t('network.firmLead')}><Networks /></Page>;
}
