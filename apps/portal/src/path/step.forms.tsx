import { useState, type ReactElement, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { bodyOf, change, client } from '../api/client';
import type { AccompanimentStepView, DeliverableCode, DeliverableView, StepOwner } from '../api/views';
import { daysLater, fieldDate } from '../format/dates';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';

const OWNERS: readonly StepOwner[] = ['firm', 'adviser', 'association', 'office'];
/** Days that a step usually takes; whoever begins it says otherwise. */
const USUAL_DAYS = 30;
const refreshes = { refreshes: ['path', 'mandated-firms'] };

interface Props {
  readonly firmId: string;
  readonly step: AccompanimentStepView;
}

/** A form that opens below a step, named after it for who doesn't see where it stands. */
function Below({ title, name, error, onSubmit, children }: { readonly title: string; readonly name: string; readonly error: unknown; readonly onSubmit: () => Promise<void>; readonly children: ReactNode }): ReactElement {
  return (
    <details>
      <summary aria-label={name}>{title}</summary>
      <form className="card-form" noValidate aria-label={name} onSubmit={(event) => { event.preventDefault(); void onSubmit(); }}>
        <ProblemNotice error={error} />
        {children}
      </form>
    </details>
  );
}

/** The rules of a day that isn't in the future. */
function usePastDay(): { readonly today: string; readonly rules: object } {
  const { t } = useWords();
  const [today] = useState(() => fieldDate(new Date()));
  return { today, rules: { required: t('shell.required'), validate: (value: string) => value <= today || t('path.notFuture') } };
}

export function BeginForm({ firmId, step: { code, title } }: Props): ReactElement {
  const { t } = useWords();
  const { today, rules } = usePastDay();
  const { register, handleSubmit, getValues, formState: { errors } } = useForm<{ owner: StepOwner; begunOn: string; dueOn: string }>({ defaultValues: { owner: 'firm', begunOn: today, dueOn: daysLater(today, USUAL_DAYS) } });
  const beginning = useChange(
    (body: { owner: StepOwner; begunOn: string; dueOn: string }, key) => bodyOf(client.POST('/api/companies/firms/{firmId}/accompaniment/steps/{step}/beginning', { params: { path: { firmId, step: code } }, body, ...change(key) })),
    refreshes,
  );
  const dueRules = { required: t('shell.required'), validate: (value: string) => value >= getValues('begunOn') || t('path.dueWrong') };
  return (
    <Below title={t('path.begin')} name={t('path.beginOne', { title })} error={beginning.error} onSubmit={handleSubmit((values) => beginning.mutate(values))}>
      <Choice label={t('path.whoOwns')} field={register('owner')} options={OWNERS.map((owner) => [owner, t(`path.owner.${owner}`)])} />
      <Field label={t('path.begunDay')} type="date" max={today} field={register('begunOn', rules)} error={errors.begunOn?.message} />
      <Field label={t('path.dueDay')} type="date" field={register('dueOn', dueRules)} error={errors.dueOn?.message} />
      <Submit busy={beginning.isPending}>{t('path.doBegin')}</Submit>
    </Below>
  );
}

export function HandInForm({ firmId, step: { code, title }, missing }: Props & { readonly missing: readonly DeliverableView[] }): ReactElement {
  const { t } = useWords();
  const { today, rules } = usePastDay();
  const { register, handleSubmit, formState: { errors } } = useForm<{ deliverable: DeliverableCode; on: string }>({ defaultValues: { deliverable: missing[0]!.code as DeliverableCode, on: today } });
  const handingIn = useChange(
    (body: { deliverable: DeliverableCode; on: string }, key) => bodyOf(client.POST('/api/companies/firms/{firmId}/accompaniment/steps/{step}/deliverables', { params: { path: { firmId, step: code } }, body, ...change(key) })),
    refreshes,
  );
  return (
    <Below title={t('path.handIn')} name={t('path.handInOne', { title })} error={handingIn.error} onSubmit={handleSubmit((values) => handingIn.mutate(values))}>
      <Choice label={t('path.document')} field={register('deliverable')} options={missing.map((one) => [one.code, one.title])} />
      <Field label={t('path.documentDay')} help={t('path.documentHelp')} type="date" max={today} field={register('on', rules)} error={errors.on?.message} />
      <Submit busy={handingIn.isPending}>{t('path.doHandIn')}</Submit>
    </Below>
  );
}

export function CompleteForm({ firmId, step: { code, title } }: Props): ReactElement {
  const { t } = useWords();
  const { today, rules } = usePastDay();
  const { register, handleSubmit, formState: { errors } } = useForm<{ doneOn: string }>({ defaultValues: { doneOn: today } });
  const completing = useChange(
    (body: { doneOn: string }, key) => bodyOf(client.POST('/api/companies/firms/{firmId}/accompaniment/steps/{step}/completion', { params: { path: { firmId, step: code } }, body, ...change(key) })),
    refreshes,
  );
  return (
    <Below title={t('path.complete')} name={t('path.completeOne', { title })} error={completing.error} onSubmit={handleSubmit((values) => completing.mutate(values))}>
      <Field label={t('path.doneDay')} type="date" max={today} field={register('doneOn', rules)} error={errors.doneOn?.message} />
      <Submit busy={completing.isPending}>{t('path.doComplete')}</Submit>
    </Below>
  );
}
