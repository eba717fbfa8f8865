import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import { fieldDate } from '../format/dates';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { Tick } from '../parts/tick';
import { letterWord, useWords } from '../shell/words';

const KINDS = ['increments', 'joint-involvement', 'profit-sharing'] as const;
const LETTERS = ['f', 'c.3', 'd-bis', 'f-bis', 'f-ter'] as const;

interface Values {
  readonly title: string;
  readonly kind: (typeof KINDS)[number];
  readonly signedOn: string;
  readonly depositedOn: string;
  readonly variableMeasurable: boolean;
  readonly allowsConversion: boolean;
  readonly letter: (typeof LETTERS)[number];
}

/** Records the contract that premiums rest on. */
export function ContractForm({ firmId }: { readonly firmId: string }): ReactElement {
  const { t } = useWords();
  const today = fieldDate(new Date());
  const form = useForm<Values>({ defaultValues: { title: '', kind: 'increments', signedOn: '', depositedOn: '', variableMeasurable: true, allowsConversion: true, letter: 'f' } });
  const { register, formState: { errors } } = form;
  const recording = useChange(
    ({ depositedOn, letter, ...values }: Values, key) =>
      writtenTo('premium-contracts', client.POST('/api/benefits/premium-contracts', { body: { firmId, ...values, ...(depositedOn !== '' && { depositedOn }), letters: values.allowsConversion ? [letter] : [] }, ...change(key) })),
    { refreshes: ['premium-contracts'], then: () => form.reset() },
  );
  return (
    <form className="card-form" noValidate onSubmit={(event) => void form.handleSubmit((values) => recording.mutate(values))(event)}>
      <ProblemNotice error={recording.error} />
      <Field label={t('premium.contractTitle')} maxLength={120} autoComplete="off" field={register('title', { required: t('shell.required') })} error={errors.title?.message} />
      <Choice label={t('premium.kind')} field={register('kind')} options={KINDS.map((kind) => [kind, t(`premium.kinds.${kind}`)] as const)} />
      <Field label={t('premium.signedOn')} type="date" max={today} field={register('signedOn', { required: t('shell.required') })} error={errors.signedOn?.message} />
      <Field label={t('premium.depositedOn')} help={t('premium.depositedHelp')} type="date" max={today} optional field={register('depositedOn')} error={errors.depositedOn?.message} />
      <Tick label={t('premium.measurable')} field={register('variableMeasurable')} />
      <Tick label={t('premium.allows')} field={register('allowsConversion')} />
      <Choice label={t('premium.conversionLetter')} field={register('letter')} options={LETTERS.map((letter) => [letter, `${letter}: ${t(letterWord(letter))}`] as const)} />
      <Submit busy={recording.isPending}>{t('premium.recordContract')}</Submit>
    </form>
  );
}
