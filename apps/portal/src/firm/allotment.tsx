import type { ReactElement } from 'react';
import type { AllotmentView } from '../api/views';
import { money } from '../format/money';
import { Figure } from '../parts/amounts';
import { Measure } from '../parts/measure';
import { Notice } from '../parts/notices';
import { useWords } from '../shell/words';
import { RefusalReasons } from './refusal-reasons';

/** What came of an application, and what is left of what was granted. */
export function Allotment({ allotment }: { readonly allotment: AllotmentView }): ReactElement {
  const { t, language } = useWords();
  const { status, place, refusal, ending, grantedCents, heldCents, paidCents, freeCents } = allotment;
  if (status === 'refused') {
    return <Notice tone="danger"><strong>{t('firm.statusRefused')}</strong>{refusal && <p>{language === 'it' ? refusal.detail : refusal.detailEn}</p>}<RefusalReasons allotmentId={allotment.allotmentId} /></Notice>;
  }
  if (status === 'renounced' || status === 'revoked') {
    return <Notice tone="info"><strong>{t(status === 'renounced' ? 'firm.statusRenounced' : 'firm.statusRevoked')}</strong>{ending && <p>{ending.reason}</p>}</Notice>;
  }
  if (status === 'spent' || status === 'reported' || status === 'verified' || status === 'paid') return <Notice tone="info">{t(`firm.grantStages.${status}`)}</Notice>;
  if (status === 'admissible') return <Notice tone="info">{t('firm.statusAdmissible')}</Notice>;
  if (status === 'waiting') return <Notice tone="info">{t('firm.statusWaiting', { place: String(place ?? '') })}</Notice>;
  if (status !== 'granted') return <Notice tone="info">{t('firm.statusPending')}</Notice>;
  const name = t('firm.allotmentBar', { paid: money(paidCents, language), held: money(heldCents, language), free: money(freeCents, language) });
  return (
    <div className="fund">
      <p className="strong">{t('firm.statusGranted')}</p>
      <Measure
        name={name}
        wholeCents={grantedCents}
        portions={[
          { label: 'paid', cents: paidCents, shade: 'strong' },
          { label: 'held', cents: heldCents, shade: 'middle' },
          { label: 'free', cents: freeCents, shade: 'light' },
        ]}
      />
      <dl className="figures">
        <Figure label={t('firm.granted')} cents={grantedCents} />
        <Figure label={t('firm.paid')} cents={paidCents} />
        <Figure label={t('firm.held')} cents={heldCents} />
        <Figure label={t('firm.left')} cents={freeCents} />
      </dl>
    </div>
  );
}
