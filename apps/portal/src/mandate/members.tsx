import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { bodyOf, change, client } from '../api/client';
import type { IntermediaryMemberView } from '../api/views';
import { Field } from '../parts/field';
import { Empty, Loaded } from '../parts/loaded';
import { ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';
import { intermediaryQuery, memberCodeQuery } from './mandate.queries';

interface Props {
  readonly intermediaryId: string;
  readonly name: string;
}

/** Who acts for an adviser's office or association, each with the code to hand over while they aren't in. */
export function Members({ intermediaryId, name }: Props): ReactElement {
  const { t } = useWords();
  const known = useQuery(intermediaryQuery(intermediaryId));
  return (
    <>
      <Loaded query={known}>
        {({ members }) => (members.length === 0 ? <Empty>{t('mandate.noPeople')}</Empty> : <ul>{members.map((member) => <Member key={member.personId} intermediaryId={intermediaryId} member={member} />)}</ul>)}
      </Loaded>
      <AddForm intermediaryId={intermediaryId} name={name} />
    </>
  );
}

function Member({ intermediaryId, member: { personId, name, surname } }: { readonly intermediaryId: string; readonly member: IntermediaryMemberView }): ReactElement {
  const { t } = useWords();
  const code = useQuery(memberCodeQuery(intermediaryId, personId)).data;
  const renewal = useChange(
    (_: null, key) => bodyOf(client.POST('/api/identity/intermediaries/{intermediaryId}/codes/{memberPersonId}/renewals', { params: { path: { intermediaryId, memberPersonId: personId } }, ...change(key) })),
    { refreshes: ['member-codes'] },
  );
  const removal = useChange(
    (_: null, key) => bodyOf(client.DELETE('/api/companies/intermediaries/{intermediaryId}/members/{memberPersonId}', { params: { path: { intermediaryId, memberPersonId: personId } }, ...change(key) })),
    { refreshes: ['intermediaries'] },
  );
  const whole = `${name} ${surname}`;
  return (
    <li>
      {whole} {code && <small>{t(`mandate.codeStates.${code.status}`)}</small>}
      {code?.code !== undefined && <p>{t('mandate.code')}: <strong className="code">{code.code}</strong> <small>{t('mandate.codeHow', { address: `${window.location.host}/attivazione` })}</small></p>}
      <ProblemNotice error={renewal.error ?? removal.error} />
      <button type="button" className="btn btn-link" disabled={renewal.isPending} onClick={() => renewal.mutate(null)} aria-label={t('mandate.renewFor', { name: whole })}>{t('mandate.renew')}</button>
      <button type="button" className="btn btn-link" disabled={removal.isPending} onClick={() => removal.mutate(null)} aria-label={t('mandate.removeOne', { name: whole })}>{t('mandate.remove')}</button>
    </li>
  );
}

function AddForm({ intermediaryId, name }: Props): ReactElement {
  const { t } = useWords();
  const { register, handleSubmit, reset, formState: { errors } } = useForm({ defaultValues: { name: '', surname: '', fiscalCode: '' } });
  const adding = useChange(
    (body: { name: string; surname: string; fiscalCode: string }, key) => bodyOf(client.POST('/api/companies/intermediaries/{intermediaryId}/members', { params: { path: { intermediaryId } }, body, ...change(key) })),
    { refreshes: ['intermediaries', 'member-codes'], then: () => reset() },
  );
  const needed = { required: t('shell.required') };
  return (
    <form className="card-form" noValidate aria-label={t('mandate.addTo', { name })} onSubmit={(event) => void handleSubmit((values) => adding.mutate(values))(event)}>
      <ProblemNotice error={adding.error} />
      <Field label={t('mandate.personName')} maxLength={60} field={register('name', needed)} error={errors.name?.message} />
      <Field label={t('mandate.personSurname')} maxLength={60} field={register('surname', needed)} error={errors.surname?.message} />
      <Field label={t('mandate.fiscalCode')} maxLength={20} autoCapitalize="characters" field={register('fiscalCode', needed)} error={errors.fiscalCode?.message} />
      <Submit busy={adding.isPending}>{t('mandate.doAdd')}</Submit>
    </form>
  );
}
