import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { change, client, writtenTo } from '../api/client';
import type { IntermediaryView } from '../api/views';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { Empty, Loaded } from '../parts/loaded';
import { ProblemNotice } from '../parts/notices';
import { Section } from '../parts/section';
import { Submit } from '../parts/submit';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { intermediariesQuery } from './mandate.queries';
import { Members } from './members';

interface Values {
  readonly kind: 'adviser' | 'association';
  readonly name: string;
  readonly vatNumber: string;
}

/** Where an officer registers advisers and associations and names who acts for them. */
export function IntermediariesPage(): ReactElement {
  const { t } = useWords();
  const intermediaries = useQuery(intermediariesQuery);
  return (
    <Page title={t('mandate.operatorTitle')} lead={t('mandate.operatorLead')}>
      <Section title={t('mandate.register')}><RegisterForm /></Section>
      <Section title={t('mandate.registered')}>
        <Loaded query={intermediaries}>
          {({ items }) => (items.length === 0 ? <Empty>{t('mandate.noneRegistered')}</Empty> : <ul className="rows">{items.map((one) => <Row key={one.intermediaryId} intermediary={one} />)}</ul>)}
        </Loaded>
      </Section>
    </Page>
  );
}

function RegisterForm(): ReactElement {
  const { t } = useWords();
  const { register, handleSubmit, reset, formState: { errors } } = useForm<Values>({ defaultValues: { kind: 'adviser', name: '', vatNumber: '' } });
  const registering = useChange((body: Values, key) => writtenTo('intermediaries', client.POST('/api/companies/intermediaries', { body, ...change(key) })), { refreshes: ['intermediaries'], then: () => reset() });
  const needed = { required: t('shell.required') };
  return (
    <form className="card-form" noValidate onSubmit={(event) => void handleSubmit((values) => registering.mutate(values))(event)}>
      <ProblemNotice error={registering.error} />
      <Choice label={t('mandate.kind')} field={register('kind')} options={[['adviser', t('mandate.kinds.adviser')], ['association', t('mandate.kinds.association')]]} />
      <Field label={t('mandate.name')} maxLength={120} field={register('name', needed)} error={errors.name?.message} />
      <Field label={t('mandate.number')} inputMode="numeric" maxLength={20} field={register('vatNumber', needed)} error={errors.vatNumber?.message} />
      <Submit busy={registering.isPending}>{t('mandate.doRegister')}</Submit>
    </form>
  );
}

function Row({ intermediary: { intermediaryId, kind, name, vatNumber } }: { readonly intermediary: IntermediaryView }): ReactElement {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <li className="row-line">
      <div>
        <strong>{name}</strong> <small>{t(`mandate.kinds.${kind}`)}, {vatNumber}</small>
        {isOpen && <Members intermediaryId={intermediaryId} name={name} />}
      </div>
      <button type="button" className="btn btn-sm btn-outline-primary" aria-expanded={isOpen} aria-label={t('mandate.peopleOf', { name })} onClick={() => setOpen(!isOpen)}>{t('mandate.people')}</button>
    </li>
  );
}
