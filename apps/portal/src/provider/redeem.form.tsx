import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { bodyOf, change, client } from '../api/client';
import type { Problem } from '../api/problem';
import { money } from '../format/money';
import { Day } from '../parts/amounts';
import { Field } from '../parts/field';
import { Notice, ProblemNotice } from '../parts/notices';
import { Section } from '../parts/section';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';

interface Values {
  readonly code: string;
  readonly holderFiscalCode: string;
}

const redeem = ({ code, holderFiscalCode }: Values, key: string) =>
  bodyOf(client.POST('/api/vouchers/redemptions', { body: { code: code.trim(), holderFiscalCode: holderFiscalCode.trim().toUpperCase() }, ...change(key) }));

/** Redeems the voucher of the person who is there. */
export function RedeemForm(): ReactElement {
  const { t, language } = useWords();
  const form = useForm<Values>({ defaultValues: { code: '', holderFiscalCode: '' } });
  const { register, formState: { errors } } = form;
  const redemption = useChange(redeem, { refreshes: ['orders'], then: () => form.reset() });
  const required = t('shell.required');
  const sixteen = (value: string): boolean | string => value.replace(/[\s-]/g, '').length === 16 || t('provider.codeWrong');
  return (
    <Section title={t('provider.redeem')}>
      <p className="help">{t('provider.redeemLead')}</p>
      <form className="card-form" noValidate onSubmit={(event) => void form.handleSubmit((values) => redemption.mutate(values))(event)}>
        <ProblemNotice error={redemption.error}><FirstTime problem={redemption.error} /></ProblemNotice>
        {redemption.data && <Notice tone="success" live>{t('provider.redeemed', { amount: money(redemption.data.valueCents, language) })}</Notice>}
        <Field label={t('provider.code')} help={t('provider.codeHelp')} autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={40}
          field={register('code', { required, validate: sixteen })} error={errors.code?.message} />
        <Field label={t('provider.fiscalCode')} autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={20}
          field={register('holderFiscalCode', { required, pattern: { value: /^\s*[A-Za-z0-9]{16}\s*$/, message: t('signIn.fiscalCodeWrong') } })} error={errors.holderFiscalCode?.message} />
        <Submit busy={redemption.isPending}>{t('provider.doRedeem')}</Submit>
      </form>
    </Section>
  );
}

/** What happened the first time, where this voucher had been used already. */
function FirstTime({ problem }: { readonly problem: Problem | null }): ReactElement | null {
  const { t } = useWords();
  const first = problem?.document['firstRedemption'] as { redeemedAt?: string } | undefined;
  if (first?.redeemedAt === undefined) return null;
  return <p>{t('provider.alreadyRedeemed')} <Day at={first.redeemedAt} time />.</p>;
}
