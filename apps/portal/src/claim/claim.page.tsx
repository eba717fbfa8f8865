import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { ClaimView } from '../api/views';
import { money } from '../format/money';
import { Loaded } from '../parts/loaded';
import { Notice, ProblemNotice } from '../parts/notices';
import { Section } from '../parts/section';
import { Submit } from '../parts/submit';
import { TextArea } from '../parts/text-area';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { claimQuery } from './claim.queries';
import { ClaimFactsList, ClaimFiles } from './claim-facts';
import { ClaimClock, ClaimTag } from './claim-status';
import { ClaimTalk } from './comment.form';
import { WithdrawClaim } from './withdraw-claim';

/** What can still be taken back. */
const UNDECIDED: readonly string[] = ['checking', 'open', 'second', 'integration'];

/** An employee's own claim: how far it is, why, and what they can do about it. */
export function ClaimPage({ claimId }: { readonly claimId: string }): ReactElement {
  const { t } = useWords();
  const claim = useQuery(claimQuery(claimId));
  return (
    <Page title={t('claim.oneTitle')} narrow>
      <Loaded query={claim}>{(value) => <Told claim={value} />}</Loaded>
      <p className="after-form"><Link to="/rimborsi">{t('claim.back')}</Link></p>
    </Page>
  );
}

function Told({ claim }: { readonly claim: ClaimView }): ReactElement {
  const { t, language } = useWords();
  const { status, reason, approvedCents, reimbursedCents, appealed } = claim;
  return (
    <>
      <div aria-live="polite">
        <p><ClaimTag status={status} /> <ClaimClock {...claim} /></p>
        {reason && <Notice tone={status === 'rejected' ? 'danger' : 'warning'}><p>{language === 'it' ? reason.text : reason.textEn}</p></Notice>}
        {status === 'approved' && <Notice tone="success"><p>{t('claim.approvedText', { approved: money(approvedCents, language), paid: money(reimbursedCents, language) })}</p></Notice>}
      </div>
      {status === 'integration' && <Answer claim={claim} act="integration" />}
      {(status === 'rejected' || (status === 'approved' && approvedCents < claim.askedCents)) && !appealed && <Answer claim={claim} act="appeal" />}
      <Section title={t('claim.told')}><ClaimFactsList claim={claim} /></Section>
      {status !== 'withdrawn' && <Section title={t('claim.files')}><ClaimFiles documentIds={claim.documentIds} /></Section>}
      <ClaimTalk claim={claim} />
      {UNDECIDED.includes(status) && <WithdrawClaim claim={claim} />}
    </>
  );
}

/** What is asked for is given, or what was decided is appealed, in words. */
function Answer({ claim: { claimId }, act }: { readonly claim: ClaimView; readonly act: 'integration' | 'appeal' }): ReactElement {
  const { t } = useWords();
  const { register, handleSubmit, formState: { errors } } = useForm({ defaultValues: { text: '' } });
  const answering = useChange(
    ({ text }: { text: string }, key) => {
      const params = { path: { claimId } };
      return writtenTo('claims', act === 'integration' ? client.POST('/api/benefits/claims/{claimId}/integration', { params, body: { note: text.trim() }, ...change(key) }) : client.POST('/api/benefits/claims/{claimId}/appeal', { params, body: { text: text.trim() }, ...change(key) }));
    },
    { refreshes: ['claims'] },
  );
  return (
    <Section title={t(`claim.${act}`)}>
      <form className="card-form" noValidate onSubmit={(event) => void handleSubmit((values) => answering.mutate(values))(event)}>
        <ProblemNotice error={answering.error} />
        <TextArea label={t(`claim.${act}Label`)} help={t(`claim.${act}Help`)} maxLength={500} field={register('text', { validate: (value) => value.trim() !== '' || t('shell.required') })} error={errors.text?.message} />
        <Submit busy={answering.isPending}>{t(`claim.${act}Send`)}</Submit>
      </form>
    </Section>
  );
}
