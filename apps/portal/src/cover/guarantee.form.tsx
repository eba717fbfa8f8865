import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import { centsOf } from '../format/money';
import { firmsQuery } from '../operator/operator.queries';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { fieldError } from '../parts/field-errors';
import { Notice, ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';

interface Values {
  readonly firmId: string;
  readonly amount: string;
  readonly reason: string;
}

/** Says how much credit a firm may give before it pays, and why. */
export function GuaranteeForm(): ReactElement {
  const { t } = useWords();
  const firms = useQuery(firmsQuery).data?.items ?? [];
  const { register, handleSubmit, reset, formState: { errors } } = useForm<Values>({ values: { firmId: firms[0]?.firmId ?? '', amount: '', reason: '' }, resetOptions: { keepDirtyValues: true } });
  const setting = useChange(
    ({ firmId, amount, reason }: Values, key) => writtenTo('covers', client.POST('/api/benefits/covers/{firmId}/guarantee', { params: { path: { firmId } }, body: { guaranteeCents: centsOf(amount)!, reason: reason.trim() }, ...change(key) })),
    { refreshes: ['covers'], then: (_, { firmId }) => reset({ firmId, amount: '', reason: '' }) },
  );
  const required = t('shell.required');
  return (
    <form className="card-form" noValidate onSubmit={(event) => void handleSubmit((values) => setting.mutate(values))(event)}>
      <ProblemNotice error={setting.error} />
      {setting.isSuccess && <Notice tone="success" live>{t('cover.guaranteeSet')}</Notice>}
      <Choice label={t('cover.firm')} field={register('firmId')} options={firms.map(({ firmId, name }) => [firmId, name])} />
      <Field label={t('cover.guaranteeAmount')} inputMode="decimal" autoComplete="off" field={register('amount', { required, validate: (value) => centsOf(value) !== undefined || t('shell.notAmount') })} error={errors.amount?.message ?? fieldError(setting.error, 'guaranteeCents', t('shell.notAmount'))} />
      <Field label={t('cover.reason')} help={t('cover.reasonHelp')} maxLength={200} autoComplete="off" field={register('reason', { required })} error={errors.reason?.message ?? fieldError(setting.error, 'reason', required)} />
      <Submit busy={setting.isPending}>{t('cover.doGuarantee')}</Submit>
    </form>
  );
}
