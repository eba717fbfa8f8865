import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { MeetingsOfFirm } from '../meeting/meetings-of-firm';
import { Path } from '../path/path';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { mandatedFirmQuery, mandatedFirmsQuery } from './mandate.queries';

/** The path of a firm that gave a mandate, with what this lets its adviser or association do about it. */
export function MandatedFirmPage({ firmId }: { readonly firmId: string }): ReactElement {
  const { t } = useWords();
  const firm = useQuery(mandatedFirmQuery(firmId));
  const mandates = useQuery(mandatedFirmsQuery);
  const scopes = mandates.data?.items.flatMap((one) => (one.firmId === firmId ? one.scopes : [])) ?? [];
  const follow = scopes.includes('accompaniment');
  return (
    <Page title={firm.data === undefined ? t('path.steps') : t('path.titleOf', { name: firm.data.name })}>
      <Path firmId={firmId} may={{ follow, handIn: scopes.includes('documents') }} />
      <MeetingsOfFirm firmId={firmId} mayTake={follow} />
    </Page>
  );
}
