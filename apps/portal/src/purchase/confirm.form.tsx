import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { QuoteView } from '../api/views';
import { day, daysLater, fieldDate, romeInstant } from '../format/dates';
import { money } from '../format/money';
import { Field } from '../parts/field';
import { Notice, ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { Tick } from '../parts/tick';
import { useWords } from '../shell/words';
import { simulationQuery } from './simulation.query';

interface Values {
  readonly lastDay: string;
  readonly consents: boolean;
}

/** Up to how much of the year they agree to have taxed; nothing where nothing is. */
interface Agreed {
  readonly agreedCents?: number;
}

const request = ({ offerId, quoteId, totalCents, paysWith, hours, lastDay, agreedCents }: QuoteView & Values & Agreed, key: string) =>
  writtenTo(
    'purchases',
    client.POST('/api/marketplace/purchases', {
      body: { offerId, quoteId, totalCents, ...(hours && { payWith: paysWith }), ...(lastDay === '' ? {} : { expiresAt: romeInstant(lastDay, 'end') }), ...(agreedCents !== undefined && { thresholdConsentCents: agreedCents }) },
      ...change(key),
    }),
  );

/** Buys what was quoted; a changed quote comes back as a refusal, and is read anew to be looked at again. */
export function ConfirmForm({ quote }: { readonly quote: QuoteView }): ReactElement {
  const { t, language } = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const today = fieldDate(new Date());
  const lastDay = daysLater(today, quote.maxValidityDays);
  const last = day(`${lastDay}T12:00:00Z`, language);
  const form = useForm<Values>({ defaultValues: { lastDay: '', consents: false } });
  const simulation = useQuery(simulationQuery(quote)).data;
  const agreed: Agreed = simulation?.consent ? { agreedCents: simulation.consent.taxableCents } : {};
  const buy = useChange(request, {
    refreshes: ['account', 'vouchers', 'purchases'],
    then: async ({ purchaseId }) => {
      queries.removeQueries({ queryKey: ['quote'] });
      await navigate({ to: '/acquisti/$purchaseId', params: { purchaseId } });
    },
  });
  const within = (value: string): boolean | string => value === '' || (value >= today && value <= lastDay) || t('purchase.expiryWrong', { last });
  return (
    <form className="card-form" noValidate onSubmit={(event) => void form.handleSubmit((values) => buy.mutate({ ...quote, ...values, ...agreed }))(event)}>
      <ProblemNotice error={buy.error}>
        {buy.error?.code === 'quote-changed' && (
          <button type="button" className="btn btn-sm btn-outline-primary" onClick={() => void queries.invalidateQueries({ queryKey: ['quote'] })}>{t('purchase.seeAgain')}</button>
        )}
      </ProblemNotice>
      <Field label={t('purchase.expiry')} help={t('purchase.expiryHelp', { days: quote.maxValidityDays, last })} type="date" min={today} max={lastDay} optional
        field={form.register('lastDay', { validate: within })} error={form.formState.errors.lastDay?.message} />
      {simulation?.consent && (
        <>
          <Notice tone="warning">{simulation.explanation.filter((line) => line !== simulation.refusal?.detail).map((line) => <p key={line}>{line}</p>)}</Notice>
          <Tick label={t('premium.consent', { amount: money(simulation.consent.taxableCents, language) })} field={form.register('consents', { required: t('premium.consentNeeded') })} />
          {form.formState.errors.consents && <p className="field-error" role="alert">{form.formState.errors.consents.message}</p>}
        </>
      )}
      <Submit busy={buy.isPending}>{t('purchase.confirm', { amount: money(quote.totalCents, language) })}</Submit>
      <p className="help">{t('purchase.confirmNote')}</p>
    </form>
  );
}
