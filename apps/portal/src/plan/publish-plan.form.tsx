import type { ReactElement } from 'react';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import { day } from '../format/dates';
import { Notice, ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';

/** Publishes the draft as it was read. */
export function PublishPlanForm({ planId, edition, validFrom }: { readonly planId: string; readonly edition: number; readonly validFrom: string }): ReactElement {
  const { t, language } = useWords();
  const publishing = useChange((body: { readonly edition: number }, key) => writtenTo('plans', client.POST('/api/benefits/plans/{planId}/versions', { params: { path: { planId } }, body, ...change(key) })), { refreshes: ['plan', 'plans'] });
  return (
    <form noValidate onSubmit={(event) => (event.preventDefault(), publishing.mutate({ edition }))}>
      <ProblemNotice error={publishing.error} />
      <Notice tone="warning">{t('plan.publishWhy', { n: edition, day: day(`${validFrom}T12:00:00Z`, language) })}</Notice>
      <Submit busy={publishing.isPending}>{t('plan.publish')}</Submit>
    </form>
  );
}
