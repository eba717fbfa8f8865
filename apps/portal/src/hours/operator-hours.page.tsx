import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { firmsQuery } from '../operator/operator.queries';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { AskHoursForm } from './ask-hours.form';
import { Funds } from './funds';
import { OpenFundForm } from './open-fund.form';
import { Requests } from './requests';

/** The office's funds of mediators' hours: what each Comune has, who has hours set apart, and what was worked. */
export function OperatorHoursPage(): ReactElement {
  const { t } = useWords();
  const firms = useQuery(firmsQuery);
  const nameOf = (firmId: string | undefined): string => (firmId === undefined ? t('hours.school') : (firms.data?.items.find((firm) => firm.firmId === firmId)?.name ?? t('hours.firm', { id: firmId.slice(-6).toUpperCase() })));
  return (
    <Page title={t('hours.operatorTitle')} lead={t('hours.operatorLead')}>
      <Funds below={(fund) => <><Requests hoursFundId={fund.hoursFundId} nameOf={nameOf} /><AskHoursForm fund={fund} /></>} />
      <Section title={t('hours.open')}><OpenFundForm /></Section>
    </Page>
  );
}
