import type { ReactElement } from 'react';
import { Page } from '../shell/page';
import { useOrganisation } from '../shell/session';
import { useWords } from '../shell/words';
import { AskHoursForm } from './ask-hours.form';
import { Funds } from './funds';
import { Requests } from './requests';

/** Mediators' hours that a firm may ask for, and its own. */
export function FirmHoursPage(): ReactElement {
  const { t } = useWords();
  const firmId = useOrganisation('firm-admin');
  return (
    <Page title={t('hours.firmTitle')} lead={t('hours.firmLead')}>
      <Funds below={(fund) => <><AskHoursForm fund={fund} firmId={firmId} /><Requests hoursFundId={fund.hoursFundId} /></>} />
    </Page>
  );
}
