import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { IntermediaryView, MandateScope } from '../api/views';
import { fieldDate } from '../format/dates';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { Empty, Loaded } from '../parts/loaded';
import { ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';
import { intermediariesQuery } from './mandate.queries';

const SCOPES: readonly MandateScope[] = ['accompaniment', 'survey', 'documents'];

interface Values {
  readonly intermediaryId: string;
  readonly scopes: MandateScope[];
  readonly firstDay: string;
}

export function GiveMandateForm({ firmId }: { readonly firmId: string }): ReactElement {
  const { t } = useWords();
  const intermediaries = useQuery(intermediariesQuery);
  return <Loaded query={intermediaries}>{({ items }) => (items.length === 0 ? <Empty>{t('mandate.nobody')}</Empty> : <Form firmId={firmId} intermediaries={items} />)}</Loaded>;
}

function Form({ firmId, intermediaries }: { readonly firmId: string; readonly intermediaries: readonly IntermediaryView[] }): ReactElement {
  const { t } = useWords();
  const today = fieldDate(new Date());
  const { register, handleSubmit, formState: { errors } } = useForm<Values>({ defaultValues: { intermediaryId: intermediaries[0]!.intermediaryId, scopes: ['accompaniment'], firstDay: today } });
  const giving = useChange((body: Values, key) => writtenTo('mandates', client.POST('/api/companies/firms/{firmId}/mandates', { params: { path: { firmId } }, body, ...change(key) })), { refreshes: ['mandates'] });
  const rules = { required: t('shell.required'), validate: (value: string) => value >= today || t('mandate.notPast') };
  return (
    <form className="card-form" noValidate onSubmit={(event) => void handleSubmit((values) => giving.mutate(values))(event)}>
      <ProblemNotice error={giving.error} />
      <Choice label={t('mandate.whom')} field={register('intermediaryId')} options={intermediaries.map(({ intermediaryId, kind, name }) => [intermediaryId, `${name} (${t(`mandate.kinds.${kind}`)})`])} />
      <fieldset className="field ticks" aria-describedby={errors.scopes ? 'scopes-error' : undefined}>
        <legend>{t('mandate.scopes')}</legend>
        {SCOPES.map((scope) => (
          <div key={scope} className="tick">
            <input type="checkbox" id={`scope-${scope}`} value={scope} {...register('scopes', { validate: (chosen) => chosen.length > 0 || t('mandate.chooseScope') })} />
            <label htmlFor={`scope-${scope}`}>{t(`mandate.scope.${scope}`)}</label>
          </div>
        ))}
        {errors.scopes && <p className="field-error" id="scopes-error">{errors.scopes.message}</p>}
      </fieldset>
      <Field label={t('mandate.firstDay')} type="date" min={today} field={register('firstDay', rules)} error={errors.firstDay?.message} />
      <Submit busy={giving.isPending}>{t('mandate.doGive')}</Submit>
    </form>
  );
}
