import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { ClaimView } from '../api/views';
import { Loaded } from '../parts/loaded';
import { Notice } from '../parts/notices';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { claimQuery } from './claim.queries';
import { ClaimFactsList, ClaimFiles } from './claim-facts';
import { ClaimClock, ClaimTag } from './claim-status';
import { ClaimTalk } from './comment.form';
import { DecideForm } from './decide.form';
import { ReviewForm } from './review.form';
import { Findings } from './summary.screen';

/** A claim before a validator: the document beside the facts, what the rules find, and the decision. */
export function ExamineClaimPage({ claimId }: { readonly claimId: string }): ReactElement {
  const { t } = useWords();
  const claim = useQuery(claimQuery(claimId));
  return (
    <Page title={t('claim.examineTitle')}>
      <Loaded query={claim}>{(value) => <Examined claim={value} />}</Loaded>
      <p className="after-form"><Link to="/convalida">{t('claim.toQueue')}</Link></p>
    </Page>
  );
}

function Examined({ claim }: { readonly claim: ClaimView }): ReactElement {
  const { t, language } = useWords();
  const { status, reason, findings, appealed } = claim;
  const isBefore = status === 'open' || status === 'second';
  return (
    <>
      <div aria-live="polite">
        <p><ClaimTag status={status} /> <ClaimClock {...claim} /> {appealed && <span className="tag tag-busy">{t('claim.secondRound')}</span>}</p>
        {reason && <p>{language === 'it' ? reason.text : reason.textEn}</p>}
        {status === 'second' && <Notice tone="info"><p>{t('claim.secondNeeded')}</p></Notice>}
      </div>
      <div className="beside">
        <Section title={t('claim.told')}><ClaimFactsList claim={claim} /></Section>
        {status !== 'withdrawn' && <Section title={t('claim.files')}><ClaimFiles documentIds={claim.documentIds} /></Section>}
      </div>
      {isBefore && (
        <>
          <Section title={t('claim.checks')}>{findings && findings.length > 0 ? <Findings findings={findings} /> : <p>{t('claim.nothingAgainst')}</p>}</Section>
          <Section title={t('claim.decide')}><DecideForm claim={claim} /></Section>
        </>
      )}
      {claim.review && status === 'approved' && claim.review.outcome === undefined && <Section title={t('claim.review.title')}><ReviewForm claim={claim} /></Section>}
      {claim.review?.outcome === 'confirmed' && <Notice tone="success"><p>{t('claim.review.confirmedText')}</p></Notice>}
      {claim.review?.outcome === 'wrong' && <Notice tone="warning"><p>{t('claim.review.wrongText')}</p></Notice>}
      <ClaimTalk claim={claim} />
    </>
  );
}
