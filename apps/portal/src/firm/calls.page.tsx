import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { AllotmentView, CallView } from '../api/views';
import { callsQuery } from '../operator/operator.queries';
import { CallText } from '../operator/call-text';
import { CallTerms } from '../operator/call-terms';
import { Empty, Loaded } from '../parts/loaded';
import { Page } from '../shell/page';
import { useOrganisation } from '../shell/session';
import { useWords } from '../shell/words';
import { GrantSteps } from '../grant/grant-steps';
import { Allotment } from './allotment';
import { Application } from './application.form';
import { allotmentsQuery } from './firm.queries';

/** Calls that the firm can apply to, and what came of it. */
export function FirmCallsPage(): ReactElement {
  const { t } = useWords();
  const firmId = useOrganisation('firm-admin');
  const calls = useQuery(callsQuery);
  const allotments = useQuery(allotmentsQuery(firmId));
  return (
    <Page title={t('firm.callsTitle')} lead={t('firm.callsLead')}>
      <Loaded query={calls}>
        {({ items }) => {
          if (items.length === 0) return <Empty>{t('firm.noCalls')}</Empty>;
          return (
            <ul className="plain">
              {items.map((call) => (
                <Call key={call.callId} call={call} firmId={firmId} allotment={allotments.data?.items.find(({ callId }) => callId === call.callId)} isKnown={allotments.isSuccess} />
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Page>
  );
}

interface Props {
  readonly call: CallView;
  readonly firmId: string;
  readonly allotment: AllotmentView | undefined;
  readonly isKnown: boolean;
}

function Call({ call, firmId, allotment, isKnown }: Props): ReactElement {
  const { t } = useWords();
  return (
    <li className="tile">
      <h2 className="small-head">{call.title}</h2>
      {allotment && <div aria-live="polite"><Allotment allotment={allotment} /></div>}
      {allotment && <GrantSteps allotment={allotment} side="firm" of={call.title} />}
      <CallTerms call={call} />
      {call.textVersion !== undefined && <CallText call={call} />}
      {call.ranking && <p><Link to="/impresa/bandi/$callId/graduatoria" params={{ callId: call.callId }} aria-label={t('ranking.seeOf', { call: call.title })}>{t('ranking.see')}</Link></p>}
      {isKnown && !allotment && <Application call={call} firmId={firmId} />}
    </li>
  );
}
