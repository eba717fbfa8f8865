import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { FamilyMemberView, GuidedExpenseTypeView } from '../api/views';
import { Choice } from '../parts/choice';
import { Loaded } from '../parts/loaded';
import { Notice } from '../parts/notices';
import { useWords } from '../shell/words';
import { expenseTypesQuery } from './claim.queries';
import type { ClaimValues } from './claim-values';

interface Props {
  readonly form: UseFormReturn<ClaimValues>;
  readonly guided: GuidedExpenseTypeView | undefined;
  readonly family: readonly FamilyMemberView[];
}

/** What it was paid for and for whom, and what the document must be. */
export function TypeScreen({ form, guided, family }: Props): ReactElement {
  const { t } = useWords();
  const types = useQuery(expenseTypesQuery);
  const error = form.formState.errors.expenseType?.message;
  return (
    <Loaded query={types}>
      {({ items }) => (
        <>
          <Choice label={t('claim.type')} help={t('claim.typeHelp')} field={form.register('expenseType', { required: t('shell.required') })} options={[['', t('claim.choose')], ...items.map(({ code, name }) => [code, name] as const)]} />
          {error && <p className="field-error" role="alert">{error}</p>}
          {guided && !guided.reimbursable && <Notice tone="warning" live><p>{t('claim.notReimbursable')} {guided.voucher && t('claim.byVoucher')}</p></Notice>}
          {guided?.reimbursable && (
            <>
              {guided.facts.some(({ code }) => code === 'beneficiary') && (
                <>
                  <Choice label={t('claim.forWhom')} field={form.register('memberId')} options={[['', t('claim.forMe')], ...family.map(({ memberId, name, surname }) => [memberId, `${name} ${surname}`] as const)]} />
                  {family.length === 0 && <p className="help">{t('claim.noFamily')} <Link to="/famiglia">{t('family.menu')}</Link></p>}
                </>
              )}
              <p>{t('claim.bring')}</p>
              <ul lang="it">{guided.documents.map((document) => <li key={document}>{document}</li>)}</ul>
              <p>{t('claim.madeOutTo')} {guided.addressedTo.map((whom) => t(`claim.addressed.${whom}`)).join(', ')}.</p>
              {guided.certificateRequired && <p>{t('claim.certificateNeeded')}</p>}
            </>
          )}
        </>
      )}
    </Loaded>
  );
}
