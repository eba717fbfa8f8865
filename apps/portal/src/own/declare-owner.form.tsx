import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useChange } from '../api/change';
import { bodyOf, change, client } from '../api/client';
import type { FirmView } from '../api/views';
import { Field } from '../parts/field';
import { fieldError } from '../parts/field-errors';
import { ProblemNotice } from '../parts/notices';
import { Submit } from '../parts/submit';
import { useWords } from '../shell/words';
import { DeclarationTick, useDeclaration } from '../sign-in/declaration-tick';

interface Values {
  readonly ownerName: string;
  readonly ownerSurname: string;
  readonly ownerFiscalCode: string;
  readonly accepted: boolean;
}

/** Says who the owner is, under the firm's own declaration: its other data are declared again as they stand. */
export function DeclareOwnerForm({ firm }: { readonly firm: FirmView }): ReactElement {
  const { t } = useWords();
  const { register, handleSubmit, setValue, formState: { errors } } = useForm<Values>({ defaultValues: { ownerName: '', ownerSurname: '', ownerFiscalCode: '', accepted: false } });
  const declaration = useDeclaration('firm-data', () => setValue('accepted', false));
  const declaring = useChange(
    ({ ownerName, ownerSurname, ownerFiscalCode }: Values, key) => {
      const { firmId, name, employeesCount, occupatiCount, sector, municipality, artisan } = firm;
      const body = { name, employeesCount, occupatiCount, sector, municipality, ...(artisan !== undefined && { artisan }), ownerName, ownerSurname, ownerFiscalCode, declarationAccepted: true as const, declarationVersion: declaration.version! };
      return bodyOf(client.POST('/api/companies/firms/{firmId}/declarations', { params: { path: { firmId } }, body, ...change(key) })).catch(declaration.refused);
    },
    { refreshes: ['firm', 'own-quote'] },
  );
  const required = t('shell.required');
  const wrong = (field: string): string | undefined => fieldError(declaring.error, field, required);
  return (
    <form className="card-form" noValidate onSubmit={(event) => void handleSubmit((values) => declaration.version === undefined || declaring.mutate(values))(event)}>
      <p>{t('own.declareWhy')}</p>
      <ProblemNotice error={declaring.error} />
      <Field label={t('own.name')} maxLength={80} autoComplete="given-name" field={register('ownerName', { required })} error={errors.ownerName?.message ?? wrong('ownerName')} />
      <Field label={t('own.surname')} maxLength={80} autoComplete="family-name" field={register('ownerSurname', { required })} error={errors.ownerSurname?.message ?? wrong('ownerSurname')} />
      <Field label={t('own.fiscalCode')} maxLength={16} autoComplete="off" spellCheck={false} field={register('ownerFiscalCode', { required })} error={errors.ownerFiscalCode?.message ?? wrong('ownerFiscalCode')} />
      <DeclarationTick code="firm-data" field={register('accepted', { validate: (value) => value || required })} error={errors.accepted?.message} />
      <Submit busy={declaring.isPending}>{t('own.doDeclare')}</Submit>
    </form>
  );
}
