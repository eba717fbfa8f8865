import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { bodyOf, client } from '../api/client';
import { problemOf, type Problem } from '../api/problem';
import type { CallView } from '../api/views';
import { basisPointsOf, centsOf, money } from '../format/money';
import { Field } from '../parts/field';
import { Loaded } from '../parts/loaded';
import { ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { callQuery } from './operator.queries';
import { tryOnPurchases, type Trials } from './rule-trial';
import { TrialResult } from './trial-result';

interface Values {
  readonly percent: string;
  readonly firmCap: string;
  readonly personCap: string;
  readonly maxHeadcount: string;
}

/** Another rule, tried on what really happened; nothing is changed by it. */
export function TryRulePage({ callId }: { readonly callId: string }): ReactElement {
  const { t } = useWords();
  const call = useQuery({ ...callQuery(callId), refetchInterval: false });
  return (
    <Page title={t('operator.tryRule')} lead={t('operator.tryLead')}>
      <Loaded query={call}>{(value) => <Trial call={value} />}</Loaded>
    </Page>
  );
}

async function tried(callId: string, { percent, firmCap, personCap, maxHeadcount }: Values, onProgress: (decisions: number) => void): Promise<Trials> {
  const query = { firmCapCents: centsOf(firmCap)!, maxHeadcount: Number(maxHeadcount) };
  const applications = await bodyOf(client.GET('/api/programmes/calls/{callId}/rule-trial', { params: { path: { callId }, query } }));
  const changes = { incentiveBasisPoints: basisPointsOf(percent)!, personCapCents: centsOf(personCap)! };
  const purchases = applications.actual.firms === 0 ? undefined : await tryOnPurchases(callId, changes, onProgress);
  return { applications, purchases };
}

function Trial({ call }: { readonly call: CallView }): ReactElement {
  const { t } = useWords();
  const [done, setDone] = useState(0);
  const amount = (cents: number): string => money(cents).replace(/[\s€]/g, '');
  const { register, handleSubmit, formState: { errors } } = useForm<Values>({
    defaultValues: { percent: String(call.incentiveBasisPoints / 100).replace('.', ','), firmCap: amount(call.firmCapCents), personCap: amount(call.personCapCents), maxHeadcount: String(call.maxHeadcount) },
  });
  const trial = useMutation<Trials, Problem, Values>({
    mutationFn: (values) => {
      setDone(0);
      return tried(call.callId, values, setDone).catch((error: unknown) => {
        throw problemOf(error);
      });
    },
  });
  const isAmount = { required: t('shell.required'), validate: (value: string) => (centsOf(value) ?? 0) > 0 || t('shell.notAmount') };
  const isShare = (value: string): boolean | string => basisPointsOf(value) !== undefined || t('operator.percentWrong');
  return (
    <>
      <form className="card-form" noValidate onSubmit={(event) => void handleSubmit((values) => trial.mutate(values))(event)}>
        <ProblemNotice error={trial.error} />
        <Field label={t('operator.percent')} inputMode="decimal" field={register('percent', { required: t('shell.required'), validate: isShare })} error={errors.percent?.message} />
        <Field label={t('operator.personCap')} inputMode="decimal" field={register('personCap', isAmount)} error={errors.personCap?.message} />
        <Field label={t('operator.firmCap')} inputMode="decimal" field={register('firmCap', isAmount)} error={errors.firmCap?.message} />
        <Field label={t('operator.maxHeadcount')} inputMode="numeric" field={register('maxHeadcount', { required: t('shell.required'), pattern: { value: /^[1-9]\d{0,4}$/, message: t('signIn.numberWrong') } })} error={errors.maxHeadcount?.message} />
        <Submit busy={trial.isPending}>{t('operator.doTry')}</Submit>
        {trial.isPending && <p role="status">{t('operator.triedSoFar', { n: done })}</p>}
      </form>
      {trial.data && <TrialResult trials={trial.data} />}
    </>
  );
}
