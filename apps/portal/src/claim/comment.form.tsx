import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { ClaimView } from '../api/views';
import { ProblemNotice } from '../parts/notices';
import { Section } from '../parts/section';
import { Submit } from '../parts/submit';
import { TextArea } from '../parts/text-area';
import { useWords } from '../shell/words';
import { ClaimNotes } from './claim-facts';

/** What both sides wrote, and a line for one more. It decides nothing. */
export function ClaimTalk({ claim: { claimId, notes } }: { readonly claim: ClaimView }): ReactElement {
  const { t } = useWords();
  const { register, handleSubmit, reset, formState: { errors } } = useForm({ defaultValues: { text: '' } });
  const writing = useChange(({ text }: { text: string }, key) => writtenTo('claims', client.POST('/api/benefits/claims/{claimId}/comments', { params: { path: { claimId } }, body: { text: text.trim() }, ...change(key) })), { refreshes: ['claims'], then: () => reset() });
  return (
    <Section title={t('claim.notes')}>
      <ClaimNotes notes={notes} />
      <form className="card-form" noValidate onSubmit={(event) => void handleSubmit((values) => writing.mutate(values))(event)}>
        <ProblemNotice error={writing.error} />
        <TextArea label={t('claim.comment')} help={t('claim.commentHelp')} maxLength={500} field={register('text', { validate: (value) => value.trim() !== '' || t('shell.required') })} error={errors.text?.message} />
        <Submit busy={writing.isPending}>{t('claim.commentSend')}</Submit>
      </form>
    </Section>
  );
}
