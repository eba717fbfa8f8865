import type { ReactElement } from 'react';
import { MeetingsOfFirm } from '../meeting/meetings-of-firm';
import { Page } from '../shell/page';
import { useOrganisation } from '../shell/session';
import { useWords } from '../shell/words';
import { Path } from './path';

/** A firm's owner sees what is to be done next on the way to its plan, goes on with it, and takes places in meetings. */
export function FirmPathPage(): ReactElement {
  const { t } = useWords();
  const firmId = useOrganisation('firm-admin');
  return (
    <Page title={t('path.title')} lead={t('path.lead')}>
      <Path firmId={firmId} may={{ follow: true, handIn: true }} />
      <MeetingsOfFirm firmId={firmId} mayTake />
    </Page>
  );
}
