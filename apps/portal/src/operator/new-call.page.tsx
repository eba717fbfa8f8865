import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import { daysLater, fieldDate, romeInstant } from '../format/dates';
import { basisPointsOf, centsOf } from '../format/money';
import { ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { CallFields, type CallValues } from './call-fields';

const publish = (values: CallValues, key: string) =>
  writtenTo(
    'calls',
    client.POST('/api/programmes/calls', {
      body: {
        title: values.title.trim(),
        ...(values.cup.trim() !== '' && { cup: values.cup.trim().toUpperCase() }),
        incentiveBasisPoints: basisPointsOf(values.percent)!,
        firmCapCents: centsOf(values.firmCap)!,
        personCapCents: centsOf(values.personCap)!,
        budgetCents: centsOf(values.budget)!,
        maxHeadcount: Number(values.maxHeadcount),
        headcountBasis: values.headcountBasis,
        eligibleServiceCodes: values.services,
        opensAt: romeInstant(values.firstDay, 'start'),
        closesAt: romeInstant(values.lastDay, 'end'),
      },
      ...change(key),
    }),
  );

/** Publishes a call with its fund; the fields begin with the usual terms of the territory. */
export function NewCallPage(): ReactElement {
  const { t } = useWords();
  const navigate = useNavigate();
  const today = fieldDate(new Date());
  const form = useForm<CallValues>({
    defaultValues: {
      title: '', cup: '', percent: '70', firmCap: '1.000,00', personCap: '500,00', budget: '', maxHeadcount: '3',
      headcountBasis: 'employees', services: ['laundry-ironing'], firstDay: today, lastDay: daysLater(today, 365),
    },
  });
  const opening = useChange(publish, { refreshes: ['calls'], then: ({ callId }) => navigate({ to: '/operatore/bandi/$callId', params: { callId } }) });
  return (
    <Page title={t('operator.openCall')} lead={t('operator.newLead')} narrow>
      <form className="card-form" noValidate onSubmit={(event) => void form.handleSubmit((values) => opening.mutate(values))(event)}>
        <ProblemNotice error={opening.error} />
        <CallFields form={form} />
        <Submit busy={opening.isPending}>{t('operator.doOpen')}</Submit>
      </form>
    </Page>
  );
}
