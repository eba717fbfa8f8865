import type { ReactElement } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { Field } from '../parts/field';
import { TextArea } from '../parts/text-area';
import { useWords } from '../shell/words';
import { evidences, type CallValues } from './call-values';

/** What proves an expense, and the text that the call is published with; a text and its version belong together. */
export function CallTextFields({ form: { register, formState: { errors } } }: { readonly form: UseFormReturn<CallValues> }): ReactElement {
  const { t } = useWords();
  const together = (other: 'text' | 'textVersion', said: string) => (value: string, values: CallValues) => (value.trim() === '') === (values[other].trim() === '') || value.trim() !== '' || said;
  return (
    <>
      <fieldset className="field ticks">
        <legend>{t('call.evidence')} <span className="optional">{t('shell.optional')}</span></legend>
        {evidences.map((code) => (
          <div key={code} className="tick">
            <input type="checkbox" id={`evidence-${code}`} value={code} {...register('evidence')} />
            <label htmlFor={`evidence-${code}`}>{t(`call.evidences.${code}`)}</label>
          </div>
        ))}
      </fieldset>
      <fieldset className="part">
        <legend className="small-head">{t('call.publishedText')}</legend>
        <TextArea optional label={t('call.text')} help={t('call.textHelp')} maxLength={8_000} field={register('text', { deps: 'textVersion', validate: together('textVersion', t('call.textMissing')) })} error={errors.text?.message} />
        <Field
          label={t('call.textVersion')}
          help={t('call.textVersionHelp')}
          optional
          maxLength={14}
          field={register('textVersion', { deps: 'text', pattern: { value: /^\s*(\d{1,4}(\.\d{1,4}){0,2})?\s*$/, message: t('call.textVersionWrong') }, validate: together('text', t('call.textVersionMissing')) })}
          error={errors.textVersion?.message}
        />
      </fieldset>
    </>
  );
}
