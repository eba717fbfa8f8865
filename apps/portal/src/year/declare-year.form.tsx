import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { bodyOf, change, client } from '../api/client';
import { fieldDate } from '../format/dates';
import { centsOf } from '../format/money';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { TextArea } from '../parts/text-area';
import { Notice, ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';
import { DeclarationTick, useDeclaration } from '../sign-in/declaration-tick';

const MAX_CHILDREN = 10;
const codesOf = (typed: string): string[] => typed.split(/[\s,;]+/).filter((code) => code !== '');

interface Values {
  readonly taxYear: string;
  readonly external: string;
  readonly children: string;
  readonly declarationAccepted: boolean;
}

/** Declares what other employers gave and which children are dependent, for this year or the last one. */
export function DeclareYearForm(): ReactElement {
  const { t } = useWords();
  const year = Number(fieldDate(new Date()).slice(0, 4));
  const form = useForm<Values>({ defaultValues: { taxYear: String(year), external: '', children: '', declarationAccepted: false } });
  const { register, formState: { errors } } = form;
  const declaration = useDeclaration('fringe-threshold', () => form.resetField('declarationAccepted'));
  const declaring = useChange(
    ({ taxYear, external, children }: Values, key) =>
      bodyOf(client.POST('/api/benefits/accounts/mine/year-declarations', {
        body: { taxYear: Number(taxYear), externalCents: centsOf(external)!, childFiscalCodes: codesOf(children), declarationAccepted: true, declarationVersion: declaration.version! },
        ...change(key),
      })).catch(declaration.refused),
    { refreshes: ['account'], then: () => form.reset() },
  );
  const childrenWrong = declaring.error?.errors.some(({ field }) => field?.startsWith('childFiscalCodes')) ? t('year.childrenWrong') : undefined;
  return (
    <form className="card-form" noValidate onSubmit={(event) => void form.handleSubmit((values) => declaring.mutate(values))(event)}>
      <ProblemNotice error={declaring.error} />
      {declaring.data && <Notice tone="success" live>{t('year.kept')}</Notice>}
      <Choice label={t('year.year')} field={register('taxYear')} options={[year, year - 1].map((one) => [String(one), String(one)] as const)} />
      <Field label={t('year.external')} help={t('year.externalHelp')} inputMode="decimal" autoComplete="off" field={register('external', { required: t('shell.required'), validate: (value) => centsOf(value) !== undefined || t('shell.notAmount') })} error={errors.external?.message} />
      <TextArea optional label={t('year.children')} help={t('year.childrenHelp')} maxLength={250} field={register('children', { validate: (value) => codesOf(value).length <= MAX_CHILDREN || t('year.childrenWrong') })} error={errors.children?.message ?? childrenWrong} />
      <DeclarationTick code={declaration.code} field={register('declarationAccepted', { required: t('year.needed') })} error={errors.declarationAccepted?.message} />
      <Submit busy={declaring.isPending} disabled={declaration.version === undefined}>{t('year.declare')}</Submit>
    </form>
  );
}
