import type { ReactElement } from 'react';
import type { FindingView } from '../api/views';
import { day } from '../format/dates';
import { centsOf, money } from '../format/money';
import { Notice } from '../parts/notices';
import { useWords } from '../shell/words';
import type { ClaimValues } from './claim-values';

interface Props {
  readonly values: ClaimValues;
  readonly typeName: string;
  readonly check: { readonly allowed: boolean; readonly payableCents: number; readonly findings: readonly FindingView[]; readonly consent?: { readonly taxableCents: number } };
  /** Agrees to so much of the year being taxed, and looks again. */
  readonly onAgree: (taxableCents: number) => void;
  readonly files: number;
}

/** The claim at a glance, and everything that stands against it before it is sent. */
export function SummaryScreen({ values, typeName, check, files, onAgree }: Props): ReactElement {
  const { t, language } = useWords();
  const askedCents = centsOf(values.asked) ?? 0;
  const { consent } = check;
  return (
    <>
      <dl className="facts">
        <div><dt>{t('claim.type')}</dt><dd lang="it">{typeName}</dd></div>
        <div><dt>{t('claim.document')}</dt><dd>{values.issuer}, {values.number}, {day(values.date, language)}</dd></div>
        <div><dt>{t('claim.asked')}</dt><dd>{money(askedCents, language)}</dd></div>
        <div><dt>{t('claim.files')}</dt><dd>{files}</dd></div>
      </dl>
      <Findings findings={check.findings} />
      {check.allowed && check.findings.length === 0 && <Notice tone="success" live><p>{t('claim.nothingAgainst')}</p></Notice>}
      {check.allowed && check.payableCents < askedCents && <Notice tone="info"><p>{t('claim.upTo', { amount: money(check.payableCents, language) })}</p></Notice>}
      {!check.allowed && <p>{t('claim.mend')}</p>}
      {!check.allowed && consent && (
        <button type="button" className="btn btn-outline-primary" onClick={() => onAgree(consent.taxableCents)}>{t('premium.consent', { amount: money(consent.taxableCents, language) })}</button>
      )}
      {check.allowed && consent && <Notice tone="warning" live><p>{t('premium.consented', { amount: money(consent.taxableCents, language) })}</p></Notice>}
    </>
  );
}

/** What the rules find, each with what to do about it. */
export function Findings({ findings }: { readonly findings: readonly FindingView[] }): ReactElement {
  const { language } = useWords();
  return (
    <>
      {findings.map(({ rule, code, kind, text, textEn }) => (
        <Notice key={`${rule}/${code}`} tone={kind === 'warning' ? 'warning' : 'danger'} live><p><strong>{rule}</strong> {language === 'it' ? text : textEn}</p></Notice>
      ))}
    </>
  );
}
