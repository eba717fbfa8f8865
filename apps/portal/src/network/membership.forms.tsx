import { useState, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { FirmView, MembershipView, NetworkSummary, NetworkView } from '../api/views';
import { fieldDate } from '../format/dates';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';

/** A firm is a member from a day on, which may be past. */
export function JoinForm({ network: { networkId, title }, firms }: { readonly network: NetworkSummary; readonly firms: readonly FirmView[] }): ReactElement {
  const { t } = useWords();
  const [today] = useState(() => fieldDate(new Date()));
  const { register, handleSubmit, formState: { errors } } = useForm<{ firmId: string; firstDay: string }>({ defaultValues: { firmId: firms[0]?.firmId ?? '', firstDay: today } });
  const joining = useChange(
    (body: { firmId: string; firstDay: string }, key) => writtenTo('networks', client.POST('/api/companies/networks/{networkId}/members', { params: { path: { networkId } }, body, ...change(key) })),
    { refreshes: ['networks'] },
  );
  const name = t('network.join', { title });
  if (firms.length === 0) return <p>{t('network.noFirms')}</p>;
  return (
    <details>
      <summary>{name}</summary>
      <form className="card-form" noValidate aria-label={name} onSubmit={(event) => void handleSubmit((values) => joining.mutate(values))(event)}>
        <ProblemNotice error={joining.error} />
        <Choice label={t('network.firm')} field={register('firmId')} options={firms.map((firm) => [firm.firmId, firm.name])} />
        <Field label={t('network.entered')} type="date" field={register('firstDay', { required: t('shell.required') })} error={errors.firstDay?.message} />
        <Submit busy={joining.isPending}>{t('network.doJoin')}</Submit>
      </form>
    </details>
  );
}

/** A membership ends with a day, on which the firm still is a member. */
export function LeaveForm({ network: { networkId, title }, member: { firmId, name } }: { readonly network: NetworkView; readonly member: MembershipView }): ReactElement {
  const { t } = useWords();
  const [today] = useState(() => fieldDate(new Date()));
  const { register, handleSubmit, formState: { errors } } = useForm<{ lastDay: string }>({ defaultValues: { lastDay: today } });
  const leaving = useChange(
    (body: { lastDay: string }, key) => writtenTo('networks', client.POST('/api/companies/networks/{networkId}/members/{firmId}/departures', { params: { path: { networkId, firmId } }, body, ...change(key) })),
    { refreshes: ['networks'] },
  );
  const label = t('network.leaveOne', { name, title });
  return (
    <details>
      <summary aria-label={label}>{t('network.leave')}</summary>
      <form noValidate aria-label={label} onSubmit={(event) => void handleSubmit((values) => leaving.mutate(values))(event)}>
        <ProblemNotice error={leaving.error} />
        <Field label={t('network.lastDay')} type="date" field={register('lastDay', { required: t('shell.required') })} error={errors.lastDay?.message} />
        <Submit busy={leaving.isPending}>{t('network.doLeave')}</Submit>
      </form>
    </details>
  );
}
