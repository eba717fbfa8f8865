import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import { daysLater, fieldDate } from '../format/dates';
import { intermediariesQuery, mandatesQuery } from '../mandate/mandate.queries';
import { networksQuery } from '../network/network.queries';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';

const MAX_DAYS = 90;
const USUAL_DAYS = 14;

interface Values {
  readonly closesOn: string;
  /** `networkId:...` or `associationId:...`; nothing for the Comune. */
  readonly pool: string;
}

/** What the request says of the pool that was chosen. */
const poolOf = (chosen: string): { readonly networkId?: string; readonly associationId?: string } => {
  const [kind, id] = chosen.split(':');
  return id === undefined ? {} : kind === 'networkId' ? { networkId: id } : { associationId: id };
};

export function OpenSurveyForm({ firmId }: { readonly firmId: string }): ReactElement {
  const { t } = useWords();
  const today = fieldDate(new Date());
  const last = daysLater(today, MAX_DAYS);
  const pools = usePools(firmId);
  const form = useForm<Values>({ defaultValues: { closesOn: daysLater(today, USUAL_DAYS), pool: '' } });
  const opening = useChange(({ closesOn, pool }: Values, key) => writtenTo('surveys', client.POST('/api/companies/firms/{firmId}/surveys', { params: { path: { firmId } }, body: { closesOn, ...poolOf(pool) }, ...change(key) })), { refreshes: ['surveys'] });
  const rules = { required: t('shell.required'), validate: (value: string) => (value >= today && value <= last) || t('survey.lastDayWrong') };
  return (
    <form className="card-form" noValidate onSubmit={(event) => void form.handleSubmit((values) => opening.mutate(values))(event)}>
      <ProblemNotice error={opening.error} />
      <Field label={t('survey.lastDay')} type="date" min={today} max={last} field={form.register('closesOn', rules)} error={form.formState.errors.closesOn?.message} />
      {pools.length > 0 && <Choice label={t('survey.pool')} help={t('survey.poolHelp')} field={form.register('pool')} options={[['', t('survey.poolComune')], ...pools]} />}
      <Submit busy={opening.isPending}>{t('survey.doOpen')}</Submit>
    </form>
  );
}

/** The networks that the firm is in, and the associations that hold its mandate for surveys. */
function usePools(firmId: string): readonly (readonly [value: string, text: string])[] {
  const { t } = useWords();
  const networks = useInfiniteQuery(networksQuery);
  const mandates = useQuery(mandatesQuery(firmId));
  const intermediaries = useQuery(intermediariesQuery);
  const associations = new Set(intermediaries.data?.items.filter(({ kind }) => kind === 'association').map(({ intermediaryId }) => intermediaryId));
  const mandated = (mandates.data?.items ?? []).filter(({ intermediaryId, stage, scopes }) => associations.has(intermediaryId) && stage === 'in-force' && scopes.includes('survey'));
  return [
    ...(networks.data?.pages.flatMap(({ items }) => items) ?? []).map(({ networkId, title }) => [`networkId:${networkId}`, t('survey.poolNetwork', { title })] as const),
    ...mandated.map(({ intermediaryId, intermediaryName }) => [`associationId:${intermediaryId}`, t('survey.poolAssociation', { name: intermediaryName })] as const),
  ];
}
