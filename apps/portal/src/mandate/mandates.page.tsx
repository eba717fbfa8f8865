import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { MandateView } from '../api/views';
import { day, fieldDate } from '../format/dates';
import { Empty, Loaded } from '../parts/loaded';
import { Notice, ProblemNotice } from '../parts/notices';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { useOrganisation } from '../shell/session';
import { useWords } from '../shell/words';
import { GiveMandateForm } from './give-mandate.form';
import { mandatesQuery } from './mandate.queries';

/** Who may act for the firm: a mandate is given here, and ended with effect at once. */
export function MandatesPage(): ReactElement {
  const { t } = useWords();
  const firmId = useOrganisation('firm-admin');
  const mandates = useQuery(mandatesQuery(firmId));
  const ending = useChange(
    (intermediaryId: string, key) =>
      writtenTo('mandates', client.POST('/api/companies/firms/{firmId}/mandates/{intermediaryId}/end', { params: { path: { firmId, intermediaryId } }, body: { endsOn: fieldDate(new Date()) }, ...change(key) })),
    { refreshes: ['mandates'] },
  );
  return (
    <Page title={t('mandate.firmTitle')} lead={t('mandate.firmLead')}>
      <p className="help">{t('mandate.firmRule')}</p>
      <Section title={t('mandate.give')}><GiveMandateForm firmId={firmId} /></Section>
      <Section title={t('mandate.list')}>
        <ProblemNotice error={ending.error} />
        {ending.data && <Notice tone="success" live>{t('mandate.ended')}</Notice>}
        <Loaded query={mandates}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty>{t('mandate.none')}</Empty>
            ) : (
              <ul className="rows">{items.map((mandate) => <Row key={mandate.intermediaryId} mandate={mandate} busy={ending.isPending} onEnd={() => ending.mutate(mandate.intermediaryId)} />)}</ul>
            )
          }
        </Loaded>
      </Section>
    </Page>
  );
}

function Row({ mandate: { intermediaryName: name, scopes, firstDay, endsOn, stage }, busy, onEnd }: { readonly mandate: MandateView; readonly busy: boolean; readonly onEnd: () => void }): ReactElement {
  const { t, language } = useWords();
  return (
    <li className="row-line">
      <div>
        <strong>{name}</strong>
        <small>{t('mandate.fromDay', { day: day(firstDay, language) })}{endsOn !== undefined && `, ${t('mandate.endsOn', { day: day(endsOn, language) })}`}</small>
        <p>{scopes.map((scope) => t(`mandate.scope.${scope}`)).join('; ')}</p>
      </div>
      <span className={`tag tag-${stage === 'in-force' ? 'good' : 'busy'}`}>{t(`mandate.stages.${stage}`)}</span>
      {stage !== 'over' && <button type="button" className="btn btn-sm btn-outline-primary" disabled={busy} onClick={onEnd} aria-label={t('mandate.endOne', { name })}>{t('mandate.end')}</button>}
    </li>
  );
}
