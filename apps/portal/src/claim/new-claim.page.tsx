import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { bodyOf, change, client, writtenTo } from '../api/client';
import { familyQuery } from '../family/family.queries';
import { ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { expenseTypeQuery } from './claim.queries';
import { factsOf, NEW_CLAIM, type ClaimValues } from './claim-values';
import { DocumentScreen } from './document.screen';
import { SummaryScreen } from './summary.screen';
import { TypeScreen } from './type.screen';

const SCREENS = ['type', 'document', 'send'] as const;

/** A claim in three screens: what it is for, the document with what it says, and what stands against it before it is sent. */
export function NewClaimPage(): ReactElement {
  const { t } = useWords();
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  const [at, setAt] = useState(0);
  const [documentIds, setDocumentIds] = useState<readonly string[]>([]);
  const form = useForm<ClaimValues>({ defaultValues: NEW_CLAIM });
  const guided = useQuery(expenseTypeQuery(form.watch('expenseType')));
  const family = useQuery(familyQuery);
  const [agreedCents, setAgreedCents] = useState<number>();
  const facts = (agreed = agreedCents) => ({ ...factsOf(form.getValues(), family.data?.items ?? []), ...(agreed !== undefined && { thresholdConsentCents: agreed }) });
  const checking = useChange((agreed: number | undefined, key) => bodyOf(client.POST('/api/benefits/claims/checks', { body: facts(agreed), ...change(key) })), { then: () => setAt(2) });
  const agree = (cents: number): void => {
    setAgreedCents(cents);
    checking.mutate(cents);
  };
  const sending = useChange((_: null, key) => writtenTo('claims', client.POST('/api/benefits/claims', { body: { ...facts(), documentIds: [...documentIds] }, ...change(key) })), {
    refreshes: ['claims', 'account'],
    then: ({ claimId }) => navigate({ to: '/rimborsi/$claimId', params: { claimId } }),
  });
  // Whoever doesn't see the screen hears where they are.
  useEffect(() => heading.current?.focus(), [at]);
  const forward = (): void => {
    if (at === 0) setAt(1);
    else if (at === 1) checking.mutate(agreedCents);
    else sending.mutate(null);
  };
  const isStopped = (at === 0 && guided.data?.reimbursable === false) || (at === 1 && documentIds.length === 0) || (at === 2 && checking.data?.allowed !== true);
  return (
    <Page title={t('claim.newTitle')} lead={t('claim.newLead')} narrow>
      <h2 className="small-head" tabIndex={-1} ref={heading}>{t('claim.screen', { n: at + 1 })}: {t(`claim.screens.${SCREENS[at]!}`)}</h2>
      <form className="card-form" noValidate onSubmit={(event) => void form.handleSubmit(forward)(event)}>
        <ProblemNotice error={checking.error ?? sending.error} />
        {at === 0 && <TypeScreen form={form} guided={guided.data} family={family.data?.items ?? []} />}
        {at === 1 && guided.data && <DocumentScreen form={form} guided={guided.data} documentIds={documentIds} onFile={(documentId) => setDocumentIds((known) => [...known, documentId])} />}
        {at === 2 && checking.data && <SummaryScreen values={form.getValues()} typeName={guided.data?.name ?? ''} check={checking.data} files={documentIds.length} onAgree={agree} />}
        <div className="actions">
          {!isStopped && <Submit busy={checking.isPending || sending.isPending}>{t(at === 2 ? 'claim.send' : 'claim.next')}</Submit>}
          {at > 0 && <button type="button" className="btn btn-outline-primary" onClick={() => setAt(at - 1)}>{t('claim.previous')}</button>}
        </div>
      </form>
      <p className="after-form"><Link to="/rimborsi">{t('claim.back')}</Link></p>
    </Page>
  );
}
