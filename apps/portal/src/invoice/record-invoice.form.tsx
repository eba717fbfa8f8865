import { useId, useState, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { bodyOf, change, client } from '../api/client';
import type { StatementToInvoiceView } from '../api/views';
import { day, fieldDate, month } from '../format/dates';
import { centsOf, money } from '../format/money';
import { Field } from '../parts/field';
import { FileField } from '../parts/file-field';
import { ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';
import { handInInvoice, readInvoice } from './invoice-file';

interface Values {
  readonly number: string;
  readonly issuedOn: string;
  readonly net: string;
  readonly vat: string;
  readonly cup: string;
  readonly purchaseIds: string[];
}

/** As the API takes it, which says it best when it is wrong. */
const NUMBER = /^[A-Z0-9][A-Z0-9/ -]{0,19}$/;
/** Works of one invoice at most, as the API takes them. */
const MOST = 500;

/** One invoice of what a call paid in a month: all of it at first, and less where somebody unticks works. */
export function RecordInvoiceForm({ providerId, statement: { callId, title, cup, asksForFile, month: paidIn, totalCents, purchases } }: { readonly providerId: string; readonly statement: StatementToInvoiceView }): ReactElement {
  const { t, language } = useWords();
  const id = useId();
  const [today] = useState(() => fieldDate(new Date()));
  const shown = purchases.slice(0, MOST);
  const [file, setFile] = useState<File>();
  const { register, handleSubmit, setValue, watch, formState: { errors, isSubmitted } } = useForm<Values>({ defaultValues: { number: '', issuedOn: today, net: '', vat: '', cup: '', purchaseIds: shown.map(({ purchaseId }) => purchaseId) } });
  const chosen = watch('purchaseIds');
  const sum = shown.reduce((cents, one) => cents + (chosen.includes(one.purchaseId) ? one.totalCents : 0), 0);
  const reading = useChange((chosenFile: File) => readInvoice(providerId, chosenFile), {
    then: ({ fields: { number, date, netCents, vatCents, cup: writtenCup } = {} }, chosenFile) => {
      setFile(chosenFile);
      if (number !== undefined) setValue('number', number);
      if (date !== undefined) setValue('issuedOn', date);
      if (netCents !== undefined) setValue('net', money(netCents));
      if (vatCents !== undefined) setValue('vat', money(vatCents));
      if (writtenCup !== undefined && cup !== undefined) setValue('cup', writtenCup);
    },
  });
  const recording = useChange(
    async (values: Values, key) => {
      const typedCup = values.cup.trim().toUpperCase();
      const body = { callId, number: values.number.trim().toUpperCase(), issuedOn: values.issuedOn, netCents: centsOf(values.net)!, vatCents: centsOf(values.vat)!, purchaseIds: values.purchaseIds, ...(typedCup !== '' && { cup: typedCup }) };
      const ref = await bodyOf(client.POST('/api/programmes/providers/{providerId}/invoices', { params: { path: { providerId } }, body, ...change(key) }));
      // It was looked at already. Where it doesn't arrive all the same, the list says that it is missing, and takes it there.
      if (file) await handInInvoice({ providerId, ...ref }, file, `${key}-file`).catch(() => undefined);
      return ref;
    },
    { refreshes: ['invoices'] },
  );
  const required = t('shell.required');
  const amount = { required, validate: (value: string) => centsOf(value) !== undefined || t('shell.notAmount') };
  const names = { title, month: month(paidIn, language) };
  return (
    <details>
      <summary>{t('invoice.toInvoice', { ...names, amount: money(totalCents, language) })}</summary>
      <form className="card-form" noValidate aria-label={t('invoice.record', names)} onSubmit={(event) => void handleSubmit((values) => !(asksForFile && !file) && recording.mutate(values))(event)}>
        <ProblemNotice error={recording.error ?? reading.error} />
        <FileField label={t('invoice.file')} help={t('invoice.fileHelp')} optional={!asksForFile} disabled={reading.isPending || recording.isPending} error={asksForFile && isSubmitted && !file ? required : undefined}
          onFile={(chosenFile) => (setFile(undefined), chosenFile && reading.mutate(chosenFile))} />
        <p role="status">{reading.isPending ? t('invoice.reading') : file && t('invoice.fileTaken', { name: file.name })}</p>
        <fieldset className="field ticks" aria-describedby={errors.purchaseIds ? `${id}-error` : undefined}>
          <legend>{t('invoice.purchases')}</legend>
          {shown.map((one) => (
            <div key={one.purchaseId} className="tick">
              <input type="checkbox" id={`${id}-${one.purchaseId}`} value={one.purchaseId} {...register('purchaseIds', { validate: (value) => value.length > 0 || t('invoice.choose') })} />
              <label htmlFor={`${id}-${one.purchaseId}`}>{t('invoice.purchase', { title: one.title, day: day(one.paidOn, language), amount: money(one.totalCents, language) })}</label>
            </div>
          ))}
          {errors.purchaseIds && <p className="field-error" id={`${id}-error`}>{errors.purchaseIds.message}</p>}
        </fieldset>
        <Field label={t('invoice.number')} help={t('invoice.numberHelp')} maxLength={20} field={register('number', { required, validate: (value) => NUMBER.test(value.trim().toUpperCase()) || t('invoice.numberWrong') })} error={errors.number?.message} />
        <Field label={t('invoice.issuedOn')} type="date" max={today} field={register('issuedOn', { required, validate: (value) => value <= today || t('invoice.notFuture') })} error={errors.issuedOn?.message} />
        <Field label={t('invoice.net')} help={t('invoice.sumHelp', { amount: money(sum, language) })} inputMode="decimal" field={register('net', amount)} error={errors.net?.message} />
        <Field label={t('invoice.vat')} inputMode="decimal" field={register('vat', amount)} error={errors.vat?.message} />
        {cup !== undefined && <Field label={t('invoice.cup')} help={t('invoice.cupHelp', { cup })} maxLength={15} field={register('cup', { required })} error={errors.cup?.message} />}
        <Submit busy={recording.isPending}>{t('invoice.doRecord')}</Submit>
      </form>
    </details>
  );
}
