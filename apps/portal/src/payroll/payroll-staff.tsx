import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { bodyOf, change, client } from '../api/client';
import { employeesQuery } from '../firm/firm.queries';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { Empty, Loaded } from '../parts/loaded';
import { Notice, ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useSession } from '../shell/session';
import { useWords } from '../shell/words';
import { payrollStaffQuery } from './payroll.queries';
import { PERSON_CODE, shortId } from './person-code';

const OUTSIDE = '';

/** Who does the firm's payroll, and letting one more do it: an employee, whoever administers the firm, or somebody from outside. */
export function PayrollStaff({ firmId }: { readonly firmId: string }): ReactElement {
  const { t } = useWords();
  const staff = useQuery(payrollStaffQuery(firmId));
  const employees = useQuery(employeesQuery(firmId)).data?.items ?? [];
  const ownId = useSession()?.personId ?? '';
  const { register, handleSubmit, watch, reset, formState: { errors } } = useForm({ defaultValues: { who: ownId, code: '' } });
  const isOutside = watch('who') === OUTSIDE;
  const appointing = useChange((personId: string, key) => bodyOf(client.POST('/api/benefits/payroll-staff', { body: { firmId, personId }, ...change(key) })), { refreshes: ['payroll-staff', 'session'], then: () => reset() });
  const named = new Map([[ownId, t('payroll.you')], ...employees.map(({ personId, name, surname }) => [personId, `${name} ${surname}`] as const)]);
  return (
    <>
      <p className="help">{t('payroll.staffWhy')}</p>
      <Loaded query={staff}>
        {({ personIds }) => (personIds.length === 0 ? <Empty>{t('payroll.noStaff')}</Empty> : <ul>{personIds.map((one) => <li key={one}>{named.get(one) ?? t('payroll.somebody', { id: shortId(one) })}</li>)}</ul>)}
      </Loaded>
      <form className="card-form" noValidate onSubmit={(event) => void handleSubmit(({ who, code }) => appointing.mutate(isOutside ? code.trim() : who))(event)}>
        <ProblemNotice error={appointing.error} />
        {appointing.data && <Notice tone="success" live>{t('payroll.appointed')}</Notice>}
        <Choice label={t('payroll.who')} field={register('who')} options={[...named, [OUTSIDE, t('payroll.outside')]]} />
        {isOutside && <Field label={t('payroll.code')} help={t('payroll.codeHelp')} maxLength={40} autoComplete="off" spellCheck={false} field={register('code', { validate: (value) => PERSON_CODE.test(value) || t('payroll.codeWrong') })} error={errors.code?.message} />}
        <Submit busy={appointing.isPending}>{t('payroll.appoint')}</Submit>
      </form>
    </>
  );
}
