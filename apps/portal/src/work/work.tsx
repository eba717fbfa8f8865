import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { WorkView } from '../api/views';
import { month } from '../format/dates';
import { callsQuery } from '../operator/operator.queries';
import { Empty, Loaded } from '../parts/loaded';
import { Section } from '../parts/section';
import { useWords } from '../shell/words';
import { DeclareWorkForm } from './declare-work.form';
import { workQuery } from './work.queries';

/** A provider says how much work calls created with it. */
export function Work({ providerId }: { readonly providerId: string }): ReactElement {
  const { t } = useWords();
  const calls = useQuery(callsQuery);
  const declared = useQuery(workQuery(providerId));
  return (
    <Section title={t('work.title')}>
      <p className="help">{t('work.lead')}</p>
      <Loaded query={calls}>
        {({ items }) => {
          const begun = items.filter(({ opensAt }) => Date.parse(opensAt) <= Date.now());
          return begun.length === 0 ? <Empty>{t('work.noCalls')}</Empty> : <DeclareWorkForm providerId={providerId} calls={begun} />;
        }}
      </Loaded>
      <h3 className="small-head">{t('work.list')}</h3>
      <Loaded query={declared}>
        {({ items }) => (items.length === 0 ? <Empty>{t('work.none')}</Empty> : <ul className="rows">{items.map((one) => <Declared key={one.workDeclarationId} work={one} />)}</ul>)}
      </Loaded>
    </Section>
  );
}

function Declared({ work: { callId, callTitle, month: of, women, men, extraOpeningHours } }: { readonly work: WorkView }): ReactElement {
  const { t, language } = useWords();
  return (
    <li className="row-line">
      <div>
        <strong>{t('work.one', { title: callTitle ?? callId, month: month(of, language) })}</strong>
        <p>{t('work.figures', { womenPosts: women.posts, womenHours: women.hours, menPosts: men.posts, menHours: men.hours, extra: extraOpeningHours ?? t('work.notKnown') })}</p>
      </div>
    </li>
  );
}
