import type { ReactElement } from 'react';
import { useFieldArray, type UseFormReturn } from 'react-hook-form';
import { romeInstant, romeInstantAt } from '../format/dates';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { useWords } from '../shell/words';
import { abouts, isHeadcount, isList, wrongOf, type CallValues, type CriterionValues } from './call-values';

const MOST_CRITERIA = 20;
export const newCriterion: CriterionValues = { text: '', points: '10', about: 'employees', from: '', to: '', oneOf: '' };

interface Props {
  readonly form: UseFormReturn<CallValues>;
}

/** Who is served: whoever comes first, or by a ranking with its points table. */
export function RankingFields({ form }: Props): ReactElement {
  const { t } = useWords();
  const { register, control, watch, formState: { errors } } = form;
  const rows = useFieldArray({ control, name: 'criteria' });
  const inTime = (value: string, { firstDay, lastDay }: CallValues): boolean | string =>
    (romeInstantAt(value) > romeInstant(firstDay, 'start') && romeInstantAt(value) < romeInstant(lastDay, 'end')) || t('call.applicationsUntilWrong');
  return (
    <fieldset className="part">
      <legend className="small-head">{t('call.order')}</legend>
      <Choice label={t('call.orderHow')} help={t('call.orderHelp')} field={register('order')} options={[['first-come', t('call.firstCome')], ['ranked', t('call.ranked')]]} />
      {watch('order') === 'ranked' && (
        <>
          <Field label={t('call.applicationsUntil')} help={t('call.applicationsUntilHelp')} type="datetime-local" field={register('applicationsUntil', { required: t('shell.required'), validate: inTime })} error={errors.applicationsUntil?.message} />
          <ol className="plain" aria-label={t('call.criteria')}>
            {rows.fields.map((row, index) => (
              <li key={row.id} className="tile">
                <Criterion form={form} index={index} />
                {rows.fields.length > 1 && <button type="button" className="btn btn-sm btn-outline-primary" aria-label={t('call.dropCriterion', { n: index + 1 })} onClick={() => rows.remove(index)}>{t('call.drop')}</button>}
              </li>
            ))}
          </ol>
          {rows.fields.length < MOST_CRITERIA && <button type="button" className="btn btn-sm btn-outline-primary" onClick={() => rows.append(newCriterion)}>{t('call.addCriterion')}</button>}
        </>
      )}
    </fieldset>
  );
}

function Criterion({ form, index }: Props & { readonly index: number }): ReactElement {
  const { t } = useWords();
  const { register, watch, formState: { errors } } = form;
  const about = watch(`criteria.${index}.about`);
  const wrong = errors.criteria?.[index];
  const count = { pattern: { value: /^\s*\d{0,5}\s*$/, message: t('signIn.numberWrong') } };
  const someEnd = (value: string, { criteria }: CallValues): boolean | string => {
    const { from, to } = criteria[index]!;
    if (`${from}${to}`.trim() === '') return t('call.bandMissing');
    return from.trim() === '' || value.trim() === '' || Number(from) <= Number(value) || t('call.bandWrong');
  };
  const items = (value: string): boolean | string => {
    const bad = wrongOf(about as 'sector', value);
    return bad.length === 0 || t('call.listWrong', { items: bad.join(', ') });
  };
  return (
    <>
      <Field label={t('call.criterionText', { n: index + 1 })} maxLength={200} field={register(`criteria.${index}.text`, { required: t('shell.required') })} error={wrong?.text?.message} />
      <Field label={t('call.criterionPoints', { n: index + 1 })} inputMode="numeric" field={register(`criteria.${index}.points`, { required: t('shell.required'), pattern: { value: /^([1-9]\d{0,2}|1000)$/, message: t('call.pointsWrong') } })} error={wrong?.points?.message} />
      <Choice label={t('call.criterionAbout', { n: index + 1 })} field={register(`criteria.${index}.about`)} options={abouts.map((one) => [one, t(`call.abouts.${one}`)] as const)} />
      {isHeadcount(about) && (
        <>
          <Field label={t('call.criterionFrom', { n: index + 1 })} optional inputMode="numeric" field={register(`criteria.${index}.from`, count)} error={wrong?.from?.message} />
          <Field label={t('call.criterionTo', { n: index + 1 })} optional inputMode="numeric" field={register(`criteria.${index}.to`, { ...count, validate: someEnd })} error={wrong?.to?.message} />
        </>
      )}
      {isList(about) && <Field label={t('call.criterionOneOf', { n: index + 1 })} help={t('call.criterionOneOfHelp')} field={register(`criteria.${index}.oneOf`, { required: t('shell.required'), validate: items })} error={wrong?.oneOf?.message} />}
    </>
  );
}
