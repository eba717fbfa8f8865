import type { ReactElement, ReactNode } from 'react';
import type { CallView } from '../api/views';
import { percent } from '../format/money';
import { Day, Money } from '../parts/amounts';
import { useWords } from '../shell/words';
import { serviceName } from './services';

/** The rules of one call, as anybody may read them. */
export function CallTerms({ call }: { readonly call: CallView }): ReactElement {
  const { t, language } = useWords();
  const headcount = call.headcountBasis === 'employees' ? 'operator.headcountEmployees' : 'operator.headcountOccupati';
  return (
    <dl className="facts">
      <Term name={t('operator.share')}>{percent(call.incentiveBasisPoints, language)}</Term>
      <Term name={t('operator.firmCap')}><Money cents={call.firmCapCents} /></Term>
      <Term name={t('operator.personCap')}><Money cents={call.personCapCents} /></Term>
      <Term name={t('operator.headcount')}>{t(headcount, { n: call.maxHeadcount })}</Term>
      <Term name={t('operator.from')}><Day at={call.opensAt} /></Term>
      <Term name={t('operator.until')}><Day at={call.closesAt} /></Term>
      <Term name={t('operator.services')}>{call.eligibleServiceCodes.map(serviceName).join(', ')}</Term>
    </dl>
  );
}

function Term({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
