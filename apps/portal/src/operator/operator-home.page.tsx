import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { CallView } from '../api/views';
import { Day } from '../parts/amounts';
import { Empty, Loaded } from '../parts/loaded';
import { Notice } from '../parts/notices';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { Fund } from './fund';
import { callsQuery, providersQuery } from './operator.queries';

export function OperatorHomePage(): ReactElement {
  const { t } = useWords();
  const calls = useQuery({ ...callsQuery, refetchInterval: 10_000 });
  return (
    <Page title={t('operator.title')}>
      <ToAccredit />
      <Section title={t('operator.calls')} aside={<Link to="/operatore/bandi/nuovo" className="btn btn-primary btn-sm">{t('operator.openCall')}</Link>}>
        <Loaded query={calls}>
          {({ items }) => (items.length === 0 ? <Empty>{t('operator.noCalls')}</Empty> : <ul className="plain">{items.map((call) => <CallCard key={call.callId} call={call} />)}</ul>)}
        </Loaded>
      </Section>
    </Page>
  );
}

function ToAccredit(): ReactElement | null {
  const { t } = useWords();
  const providers = useQuery({ ...providersQuery, refetchInterval: 10_000 });
  const waiting = providers.data?.items.filter(({ status }) => status === 'registered').length ?? 0;
  if (waiting === 0) return null;
  return (
    <Notice tone="warning">
      <p>{waiting === 1 ? t('operator.waitingOne') : t('operator.waitingMany', { n: waiting })}</p>
      <Link to="/operatore/fornitori" className="btn btn-sm btn-outline-primary">{t('operator.seeProviders')}</Link>
    </Notice>
  );
}

function CallCard({ call }: { readonly call: CallView }): ReactElement {
  const { t } = useWords();
  return (
    <li className="tile">
      <h3><Link to="/operatore/bandi/$callId" params={{ callId: call.callId }}>{call.title}</Link></h3>
      <p>{t('operator.openUntil')} <Day at={call.closesAt} /></p>
      <Fund fund={call.fund} />
    </li>
  );
}
