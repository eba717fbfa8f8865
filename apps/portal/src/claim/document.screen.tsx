import type { ReactElement } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useChange } from '../api/change';
import { bodyOf, client, documentBody } from '../api/client';
import type { GuidedExpenseTypeView } from '../api/views';
import { fieldDate } from '../format/dates';
import { centsOf, money } from '../format/money';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { FileField } from '../parts/file-field';
import { ProblemNotice } from '../parts/notices';
import { Tick } from '../parts/tick';
import { useWords } from '../shell/words';
import type { ClaimValues } from './claim-values';

interface Props {
  readonly form: UseFormReturn<ClaimValues>;
  readonly guided: GuidedExpenseTypeView;
  readonly documentIds: readonly string[];
  readonly onFile: (documentId: string) => void;
}

const MAX_FILES = 5;

const handIn = (file: File, key: string) => bodyOf(client.POST('/api/benefits/claim-documents', documentBody(file, key)));

/** The document itself, and what it says; what an electronic invoice says of itself is filled in. */
export function DocumentScreen({ form, guided, documentIds, onFile }: Props): ReactElement {
  const { t } = useWords();
  const { register, setValue, formState: { errors } } = form;
  const today = fieldDate(new Date());
  const uploading = useChange(handIn, {
    then: async ({ documentId, kind }) => {
      onFile(documentId);
      if (kind === 'fattura-pa') await fillIn(documentId);
    },
  });
  const fillIn = async (documentId: string): Promise<void> => {
    const { fields } = await bodyOf(client.GET('/api/benefits/claim-documents/{documentId}', { params: { path: { documentId } } }));
    for (const name of ['issuer', 'issuerCode', 'number', 'date'] as const) if (fields?.[name] !== undefined) setValue(name, fields[name]);
    if (fields?.totalCents !== undefined) setValue('total', money(fields.totalCents));
  };
  const required = t('shell.required');
  const isAmount = (value: string): boolean | string => centsOf(value) !== undefined || t('shell.notAmount');
  const needs = (fact: string): boolean => guided.facts.some(({ code }) => code === fact);
  return (
    <>
      <ProblemNotice error={uploading.error} />
      <FileField label={t('claim.file')} help={t('claim.fileHelp')} disabled={uploading.isPending || documentIds.length >= MAX_FILES} onFile={(file) => file && uploading.mutate(file)} />
      <p role="status">{uploading.isPending ? t('claim.uploading') : documentIds.length > 0 && t('claim.uploaded', { n: documentIds.length })}</p>
      <Choice label={t('claim.kind')} field={register('kind')} options={(['invoice', 'receipt', 'payslip', 'proforma', 'quote'] as const).map((kind) => [kind, t(`claim.kinds.${kind}`)])} />
      <Field label={t('claim.issuer')} maxLength={120} autoComplete="off" field={register('issuer', { required })} error={errors.issuer?.message} />
      <Field label={t('claim.issuerCode')} maxLength={28} autoComplete="off" field={register('issuerCode', { required })} error={errors.issuerCode?.message} />
      <Field label={t('claim.number')} maxLength={40} autoComplete="off" field={register('number', { required })} error={errors.number?.message} />
      <Field label={t('claim.date')} type="date" max={today} field={register('date', { required })} error={errors.date?.message} />
      <Field label={t('claim.description')} help={t('claim.descriptionHelp')} maxLength={200} autoComplete="off" field={register('description', { required })} error={errors.description?.message} />
      <Choice label={t('claim.holder')} field={register('holder')} options={(['employee', 'beneficiary', 'other-parent', 'other'] as const).map((holder) => [holder, t(`claim.holders.${holder}`)])} />
      <Tick label={t('claim.namesUser')} field={register('namesUser')} />
      <Field label={t('claim.total')} inputMode="decimal" autoComplete="off" field={register('total', { required, validate: isAmount })} error={errors.total?.message} />
      <Tick label={t('claim.vatExempt')} field={register('vatExempt')} />
      <Tick label={t('claim.stamped')} field={register('stamped')} />
      {(needs('certificate') || guided.certificateRequired || guided.certificateInsteadOfAge) && <Tick label={t('claim.hasCertificate')} field={register('hasCertificate')} />}
      {needs('aid') && <Field label={t('claim.aid')} help={t('claim.aidHelp')} inputMode="decimal" autoComplete="off" optional field={register('aid', { validate: (value) => value === '' || isAmount(value) })} error={errors.aid?.message} />}
      <Field label={t('claim.asked')} inputMode="decimal" autoComplete="off" field={register('asked', { required, validate: isAmount })} error={errors.asked?.message} />
      <Field label={t('claim.paidOn')} help={t('claim.paidOnHelp')} type="date" max={today} optional field={register('paidOn')} error={errors.paidOn?.message} />
      <Choice label={t('claim.method')} field={register('method')} options={[['traceable', t('claim.methods.traceable')], ['cash', t('claim.methods.cash')]]} />
      <Choice label={t('claim.payer')} field={register('payer')} options={[['employee', t('claim.payers.employee')], ['other', t('claim.payers.other')]]} />
      <Tick label={t('claim.clean')} field={register('clean')} />
    </>
  );
}
