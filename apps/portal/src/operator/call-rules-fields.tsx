import type { ReactElement } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { basisPointsOf, centsOf } from '../format/money';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { Tick } from '../parts/tick';
import { useWords } from '../shell/words';
import { regimes, wrongOf, type CallValues } from './call-values';

/** The rules that not every call has: what is left empty asks nothing. */
export function CallRulesFields({ form: { register, watch, formState: { errors } } }: { readonly form: UseFormReturn<CallValues> }): ReactElement {
  const { t } = useWords();
  const empty = (value: string): boolean => value.trim() === '';
  const amount = { validate: (value: string) => empty(value) || (centsOf(value) ?? 0) > 0 || t('shell.notAmount') };
  const each = (kind: 'sector' | 'municipality' | 'membership') => ({ validate: (value: string) => wrongOf(kind, value).length === 0 || t('call.listWrong', { items: wrongOf(kind, value).join(', ') }) });
  return (
    <>
      <fieldset className="part">
        <legend className="small-head">{t('call.amountRules')}</legend>
        <Field label={t('call.orderCap')} optional inputMode="decimal" field={register('orderCap', amount)} error={errors.orderCap?.message} />
        <Field label={t('call.minSpend')} help={t('call.minSpendHelp')} optional inputMode="decimal" field={register('minSpend', amount)} error={errors.minSpend?.message} />
        <Field label={t('call.excludedVat')} help={t('call.excludedVatHelp')} optional inputMode="decimal" field={register('excludedVat', { validate: (value) => empty(value) || basisPointsOf(value) !== undefined || t('operator.percentWrong') })} error={errors.excludedVat?.message} />
      </fieldset>
      <fieldset className="part">
        <legend className="small-head">{t('call.admission')}</legend>
        <Field label={t('call.sectors')} help={t('call.sectorsHelp')} optional field={register('sectors', each('sector'))} error={errors.sectors?.message} />
        <Tick label={t('call.artisans')} field={register('artisans')} />
        <Field label={t('call.municipalities')} help={t('call.municipalitiesHelp')} optional field={register('municipalities', each('municipality'))} error={errors.municipalities?.message} />
        <Field label={t('call.memberships')} help={t('call.membershipsHelp')} optional field={register('memberships', each('membership'))} error={errors.memberships?.message} />
        <Field label={t('call.declarationDays')} help={t('call.declarationDaysHelp')} optional inputMode="numeric" field={register('declarationDays', { pattern: { value: /^\s*([1-9]\d{0,2}|[1-2]\d{3}|3[0-5]\d{2}|36[0-5]\d|3660)?\s*$/, message: t('call.daysWrong') } })} error={errors.declarationDays?.message} />
        <Tick label={t('call.noDoubleFunding')} field={register('noDoubleFunding')} />
      </fieldset>
      <fieldset className="part">
        <legend className="small-head">{t('call.aid')}</legend>
        <Field label={t('call.funder')} optional maxLength={120} field={register('funder')} />
        <Choice label={t('call.aidRegime')} help={t('call.aidRegimeHelp')} field={register('aidRegime')} options={[['', t('call.noAid')], ...regimes.map((regime) => [regime, t(`call.regimes.${regime}`)] as const)]} />
        {watch('aidRegime') !== '' && <Choice label={t('call.onAidExcess')} field={register('onAidExcess')} options={[['refuse', t('call.excessRefuse')], ['reduce', t('call.excessReduce')]]} />}
      </fieldset>
    </>
  );
}
