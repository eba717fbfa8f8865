import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { AllotmentView } from '../api/views';
import { money } from '../format/money';
import { GrantSteps } from '../grant/grant-steps';
import { Money } from '../parts/amounts';
import { Empty, Loaded } from '../parts/loaded';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { CallTerms } from './call-terms';
import { Fund } from './fund';
import { allAllotmentsQuery, callQuery, firmsQuery } from './operator.queries';

/** One call: its fund, its rules, and the firms that applied. */
export function CallPage({ callId }: { readonly callId: string }): ReactElement {
  const { t } = useWords();
  const call = useQuery(callQuery(callId));
  return (
    <Page title={call.data?.title ?? t('operator.calls')}>
      <Loaded query={call}>
        {(value) => (
          <>
            <Fund fund={value.fund} recovered={value.recovered} />
            <p className="links">
              {value.ranking && <><Link to="/operatore/bandi/$callId/graduatoria" params={{ callId }} className="btn btn-primary btn-sm">{t('ranking.title')}</Link>{' '}</>}
              <Link to="/operatore/bandi/$callId/dossier" params={{ callId }} className="btn btn-outline-primary btn-sm">{t('operator.dossier')}</Link>{' '}
              <Link to="/operatore/bandi/$callId/prova" params={{ callId }} className="btn btn-outline-primary btn-sm">{t('operator.tryRule')}</Link>
            </p>
            <Applications callId={callId} />
            <Section title={t('operator.terms')}><CallTerms call={value} /></Section>
            {value.text !== undefined && <Section title={t('call.publishedText')}><p className="lines">{value.text}</p></Section>}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Applications({ callId }: { readonly callId: string }): ReactElement {
  const { t } = useWords();
  const allotments = useQuery(allAllotmentsQuery);
  return (
    <Section title={t('operator.applications')}>
      <Loaded query={allotments}>
        {({ items }) => {
          const here = items.filter((allotment) => allotment.callId === callId);
          if (here.length === 0) return <Empty>{t('operator.noApplications')}</Empty>;
          return <ul className="rows">{here.map((allotment) => <Application key={allotment.allotmentId} allotment={allotment} />)}</ul>;
        }}
      </Loaded>
    </Section>
  );
}

function Application({ allotment }: { readonly allotment: AllotmentView }): ReactElement {
  const { t, language } = useWords();
  const { status, grantedCents, freeCents, refusal } = allotment;
  const firm = useQuery(firmsQuery).data?.items.find(({ firmId }) => firmId === allotment.firmId)?.name ?? t('operator.firmNumber', { id: allotment.firmId.slice(-6).toUpperCase() });
  return (
    <li className="row-line">
      <span>
        <strong>{firm}</strong>
        {refusal && <small>{language === 'it' ? refusal.detail : refusal.detailEn}</small>}
      </span>
      <span>{status === 'granted' ? t('operator.granted', { amount: money(grantedCents, language) }) : t(statusWord(status))}</span>
      {status === 'granted' && <small>{t('operator.leftOf')} <Money cents={freeCents} /></small>}
      <GrantSteps allotment={allotment} side="operator" of={firm} />
    </li>
  );
}

function statusWord(status: Exclude<AllotmentView['status'], 'granted'>): string {
  if (status === 'waiting') return 'operator.waitsInRanking';
  return status === 'spent' || status === 'reported' || status === 'verified' || status === 'paid' ? `operator.grantStages.${status}` : `operator.${status}`;
}
