import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { bodyOf, change, client } from '../api/client';
import { Field } from '../parts/field';
import { Empty, Loaded } from '../parts/loaded';
import { Notice, ProblemNotice } from '../parts/notices';
import { Section } from '../parts/section';
import { Submit } from '../parts/submit';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { validatorsQuery } from './payroll.queries';
import { PERSON_CODE, shortId } from './person-code';

/** The office appoints who decides claims. */
export function ValidatorsPage(): ReactElement {
  const { t } = useWords();
  const validators = useQuery(validatorsQuery);
  const { register, handleSubmit, reset, formState: { errors } } = useForm({ defaultValues: { code: '' } });
  const appointing = useChange((personId: string, key) => bodyOf(client.POST('/api/benefits/claims-validators', { body: { personId }, ...change(key) })), { refreshes: ['claims-validators'], then: () => reset() });
  return (
    <Page title={t('payroll.validatorsTitle')} lead={t('payroll.validatorsLead')}>
      <Section title={t('payroll.validators')}>
        <Loaded query={validators}>
          {({ items }) => (items.length === 0 ? <Empty>{t('payroll.noValidators')}</Empty> : <ul>{items.map(({ personId }) => <li key={personId}>{t('payroll.somebody', { id: shortId(personId) })}</li>)}</ul>)}
        </Loaded>
      </Section>
      <Section title={t('payroll.appointValidator')}>
        <form className="card-form" noValidate onSubmit={(event) => void handleSubmit(({ code }) => appointing.mutate(code.trim()))(event)}>
          <ProblemNotice error={appointing.error} />
          {appointing.data && <Notice tone="success" live>{t('payroll.appointed')}</Notice>}
          <Field label={t('payroll.code')} help={t('payroll.codeHelp')} maxLength={40} autoComplete="off" spellCheck={false} field={register('code', { validate: (value) => PERSON_CODE.test(value) || t('payroll.codeWrong') })} error={errors.code?.message} />
          <Submit busy={appointing.isPending}>{t('payroll.doAppointValidator')}</Submit>
        </form>
      </Section>
    </Page>
  );
}
