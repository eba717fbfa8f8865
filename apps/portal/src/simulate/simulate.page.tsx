import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { expenseTypesQuery } from '../claim/claim.queries';
import { accountQuery } from '../employee/employee.queries';
import { centsOf } from '../format/money';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { Empty, Loaded } from '../parts/loaded';
import { Submit } from '../parts/submit';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { Simulated, type Asked } from './simulated';

/** The most that the API takes, in euro cents. */
const MAX_CENTS = 100_000_000;

/** Tries a purchase or an expense before it is made: what it would use, and what it would do to the year. */
export function SimulatePage(): ReactElement {
  const { t } = useWords();
  const account = useQuery(accountQuery);
  const [asked, setAsked] = useState<Asked>();
  return (
    <Page title={t('simulate.title')} lead={t('simulate.lead')} narrow>
      <Loaded query={account} instead={{ 'account-not-found': <Empty>{t('employee.noCredit')}</Empty> }}>
        {() => (
          <>
            <AskForm onAsk={setAsked} />
            {asked && <Simulated key={`${asked.type.code} ${asked.amountCents}`} asked={asked} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function AskForm({ onAsk }: { readonly onAsk: (asked: Asked) => void }): ReactElement {
  const { t } = useWords();
  const types = useQuery(expenseTypesQuery);
  const { register, handleSubmit, formState: { errors } } = useForm({ defaultValues: { code: '', amount: '' } });
  const isAmount = (value: string): boolean => (centsOf(value) ?? 0) > 0 && centsOf(value)! <= MAX_CENTS;
  return (
    <Loaded query={types}>
      {({ items }) => (
        <form className="card-form" noValidate onSubmit={(event) => void handleSubmit(({ code, amount }) => onAsk({ type: items.find((one) => one.code === code)!, amountCents: centsOf(amount)! }))(event)}>
          <Choice label={t('simulate.type')} help={t('simulate.typeHelp')} field={register('code', { required: t('shell.required') })} options={[['', t('claim.choose')], ...items.map(({ code, name }) => [code, name] as const)]} />
          {errors.code && <p className="field-error" role="alert">{errors.code.message}</p>}
          <Field label={t('simulate.amount')} help={t('simulate.amountHelp')} inputMode="decimal" autoComplete="off" field={register('amount', { validate: (value) => isAmount(value) || t('shell.notAmount') })} error={errors.amount?.message} />
          <Submit busy={false}>{t('simulate.ask')}</Submit>
        </form>
      )}
    </Loaded>
  );
}
