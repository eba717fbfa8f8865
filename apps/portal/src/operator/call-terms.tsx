import type { ReactElement, ReactNode } from 'react';
import type { CallView } from '../api/views';
import { municipalityName } from '../format/municipalities';
import { percent } from '../format/money';
import { Day, Money } from '../parts/amounts';
import { useWords } from '../shell/words';
import { isEvidence } from './call-values';
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
      {call.orderCapCents !== undefined && <Term name={t('call.orderCap')}><Money cents={call.orderCapCents} /></Term>}
      {call.minSpendCents !== undefined && <Term name={t('call.minSpend')}><Money cents={call.minSpendCents} /></Term>}
      {call.excludedVatBasisPoints !== undefined && <Term name={t('call.vatNotPaid')}>{percent(call.excludedVatBasisPoints, language)}</Term>}
      <Term name={t('operator.headcount')}>{t(headcount, { n: call.maxHeadcount })}</Term>
      <Admission call={call} />
      <Term name={t('operator.from')}><Day at={call.opensAt} /></Term>
      <Term name={t('operator.until')}><Day at={call.closesAt} /></Term>
      <Term name={t('operator.services')}>{call.eligibleServiceCodes.map(serviceName).join(', ')}</Term>
      {call.aidRegime !== undefined && <Term name={t('call.aidRegime')}>{t(`call.regimes.${call.aidRegime}`)}; {t(call.onAidExcess === 'reduce' ? 'call.excessReduce' : 'call.excessRefuse')}</Term>}
      {call.evidence && <Term name={t('call.evidence')}>{call.evidence.map((code) => (isEvidence(code) ? t(`call.evidences.${code}`) : code)).join(', ')}</Term>}
      {call.textVersion !== undefined && <Term name={t('call.textVersion')}>{call.textVersion}</Term>}
      <Term name={t('call.order')}>{t(call.ranking ? 'call.ranked' : 'call.firstCome')}</Term>
      {call.ranking && <Term name={t('call.applicationsUntil')}><Day at={call.ranking.applicationsCloseAt} time /></Term>}
    </dl>
  );
}

function Admission({ call }: { readonly call: CallView }): ReactElement {
  const { t } = useWords();
  const { eligibleSectors, artisansAdmitted, eligibleMunicipalities, requiredMemberships, declarationDays, noDoubleFunding, funder, cup } = call;
  return (
    <>
      {eligibleSectors && <Term name={t('call.sectors')}>{eligibleSectors.join(', ')}</Term>}
      {artisansAdmitted && <Term name={t('call.artisansTerm')}>{t(eligibleSectors ? 'call.artisansToo' : 'call.artisansOnly')}</Term>}
      {eligibleMunicipalities && <Term name={t('call.municipalities')}>{eligibleMunicipalities.map(municipalityName).join(', ')}</Term>}
      {requiredMemberships && <Term name={t('call.memberships')}>{requiredMemberships.join(', ')}</Term>}
      {declarationDays !== undefined && <Term name={t('call.declarationDays')}>{declarationDays}</Term>}
      {noDoubleFunding && <Term name={t('call.doubleFundingTerm')}>{t('call.doubleFundingNo')}</Term>}
      {funder !== undefined && <Term name={t('call.funder')}>{funder}</Term>}
      {cup !== undefined && <Term name={t('operator.cupLabel')}>{cup}</Term>}
    </>
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
