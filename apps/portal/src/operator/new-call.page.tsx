import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import { daysLater, fieldDate } from '../format/dates';
import { ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { CallFields } from './call-fields';
import { CallRulesFields } from './call-rules-fields';
import { CallTextFields } from './call-text-fields';
import { bodyOfCall, type CallValues } from './call-values';
import { newCriterion, RankingFields } from './ranking-fields';

/** The usual terms of the territory. */
const usual = (today: string): CallValues => ({
  title: '', cup: '', funder: '', percent: '70', firmCap: '1.000,00', personCap: '500,00', orderCap: '', minSpend: '', excludedVat: '', budget: '', maxHeadcount: '3',
  headcountBasis: 'employees', services: ['laundry-ironing'], firstDay: today, lastDay: daysLater(today, 365),
  sectors: '', artisans: false, municipalities: '', memberships: '', declarationDays: '', noDoubleFunding: false, aidRegime: '', onAidExcess: 'refuse', evidence: [], text: '', textVersion: '',
  order: 'first-come', applicationsUntil: `${daysLater(today, 30)}T12:00`, criteria: [newCriterion],
});

/** Publishes a call with its fund; the fields begin with the usual terms. */
export function NewCallPage(): ReactElement {
  const { t } = useWords();
  const navigate = useNavigate();
  const form = useForm<CallValues>({ defaultValues: usual(fieldDate(new Date())) });
  const opening = useChange((values: CallValues, key) => writtenTo('calls', client.POST('/api/programmes/calls', { body: bodyOfCall(values), ...change(key) })), {
    refreshes: ['calls'],
    then: ({ callId }) => navigate({ to: '/operatore/bandi/$callId', params: { callId } }),
  });
  return (
    <Page title={t('operator.openCall')} lead={t('operator.newLead')} narrow>
      <form className="card-form" noValidate onSubmit={(event) => void form.handleSubmit((values) => opening.mutate(values))(event)}>
        <ProblemNotice error={opening.error} />
        <CallFields form={form} />
        <CallRulesFields form={form} />
        <CallTextFields form={form} />
        <RankingFields form={form} />
        <Submit busy={opening.isPending}>{t('operator.doOpen')}</Submit>
      </form>
    </Page>
  );
}
