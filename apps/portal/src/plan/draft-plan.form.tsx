import type { ReactElement } from 'react';
import { useFieldArray, useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { PlanDetailView } from '../api/views';
import { centsOf } from '../format/money';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { Notice, ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { TextArea } from '../parts/text-area';
import { Tick } from '../parts/tick';
import { letterWord, useWords } from '../shell/words';
import { categories } from './categories';
import { draftOf, fieldOf, LETTERS, PRACTICES, RESIDUES, startOf, type DraftValues } from './draft-values';
import { NOTHING_GIVEN } from './given-amount';
import { GroupAmount } from './group-amount';

const MAX_GROUPS = 10;

/** The next version of a plan, as it may be published. */
export function DraftPlanForm({ plan }: { readonly plan: PlanDetailView }): ReactElement {
  const { t } = useWords();
  const form = useForm<DraftValues>({ defaultValues: startOf(plan) });
  const { register, watch, control, formState: { errors } } = form;
  const groups = useFieldArray({ control, name: 'groups' });
  const required = { required: t('shell.required') };
  const amount = { validate: (value: string) => value === '' || (centsOf(value) ?? 0) > 0 || t('shell.notAmount') };
  const saving = useChange(
    (values: DraftValues, key) => writtenTo('plans', client.POST('/api/benefits/plans/{planId}/drafts', { params: { path: { planId: plan.planId } }, body: draftOf(values), ...change(key) })),
    { refreshes: ['plan'] },
  );
  const hasLetter = (): boolean | string => Object.values(form.getValues('letters')).some(Boolean) || t('plan.lettersNeeded');
  return (
    <form className="card-form" noValidate onSubmit={(event) => void form.handleSubmit((values) => saving.mutate(values))(event)}>
      <ProblemNotice error={saving.error} />
      {saving.isSuccess && <Notice tone="success" live>{t('plan.saved')}</Notice>}
      <Field label={t('plan.validFrom')} type="date" field={register('validFrom', required)} error={errors.validFrom?.message} />
      <Field label={t('plan.validTo')} type="date" field={register('validTo', required)} error={errors.validTo?.message} />
      <Choice label={t('plan.period')} field={register('period')} options={(['year', 'month'] as const).map((one) => [one, t(`plan.periods.${one}`)] as const)} />
      {groups.fields.map(({ id }, n) => (
        <div key={id} className="tile">
          <Choice label={t('plan.group', { n: n + 1 })} field={register(`groups.${n}.category`)} options={categories} />
          <GroupAmount form={form} at={`groups.${n}`} of={t('plan.ofGroup', { n: n + 1 })} label={t('plan.groupAmount', { n: n + 1 })} whyNotEmpty={() => t('shell.required')} />
          <button type="button" className="btn btn-sm btn-outline-primary" onClick={() => groups.remove(n)}>{t('plan.removeGroup', { n: n + 1 })}</button>
        </div>
      ))}
      {groups.fields.length < MAX_GROUPS && <p><button type="button" className="btn btn-sm btn-outline-primary" onClick={() => groups.append({ category: 'operai', ...NOTHING_GIVEN })}>{t('plan.addGroup')}</button></p>}
      <GroupAmount form={form} at="everybody" of={t('plan.ofEverybody')} label={t('plan.everybody')} help={t('plan.everybodyHelp')} whyNotEmpty={({ groups: some }) => (some.length === 0 ? t('plan.amountOrGroup') : undefined)} />
      <fieldset>
        <legend>{t('plan.letters')}</legend>
        {LETTERS.map((letter, n) => <Tick key={letter} label={`${letter}: ${t(letterWord(letter))}`} field={register(`letters.${fieldOf(letter)}`, n === 0 ? { validate: hasLetter } : {})} />)}
        {errors.letters && <p className="field-error" role="alert">{t('plan.lettersNeeded')}</p>}
      </fieldset>
      <Choice label={t('plan.residue')} field={register('residue')} options={RESIDUES.map((one) => [one, t(`plan.residues.${one}`)] as const)} />
      {watch('residue') === 'earmark' && (
        <>
          <Choice label={t('plan.earmarkLetter')} field={register('earmarkLetter')} options={LETTERS.map((letter) => [letter, `${letter}: ${t(letterWord(letter))}`] as const)} />
          <Field label={t('plan.earmarkDays')} inputMode="numeric" field={register('earmarkDays', { ...required, pattern: { value: /^([1-9]\d?|[12]\d\d|3[0-5]\d|36[0-6])$/, message: t('plan.daysWrong') } })} error={errors.earmarkDays?.message} />
        </>
      )}
      <Field label={t('plan.runOut')} help={t('plan.runOutHelp')} inputMode="numeric" field={register('runOutDays', { ...required, pattern: { value: /^(\d{1,2}|[12]\d\d|3[0-5]\d|36[0-5])$/, message: t('plan.daysWrong') } })} error={errors.runOutDays?.message} />
      <fieldset>
        <legend>{t('plan.practice')}</legend>
        {PRACTICES.map((one) => <Tick key={one} label={t(`plan.practices.${one}`)} field={register(`practice.${one}`)} />)}
        <Field label={t('plan.twoPersons')} optional inputMode="decimal" autoComplete="off" field={register('twoPersons', amount)} error={errors.twoPersons?.message} />
      </fieldset>
      <TextArea label={t('plan.text')} help={t('plan.textHelp')} maxLength={10_000} field={register('text', required)} error={errors.text?.message} />
      <Submit busy={saving.isPending}>{t('plan.save')}</Submit>
    </form>
  );
}
