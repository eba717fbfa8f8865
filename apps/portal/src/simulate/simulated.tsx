import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, type ReactElement } from 'react';
import { bodyOf, client } from '../api/client';
import type { ExpenseTypeView, SimulationView } from '../api/views';
import { day } from '../format/dates';
import { money } from '../format/money';
import { Money } from '../parts/amounts';
import { Loaded } from '../parts/loaded';
import { Notice } from '../parts/notices';
import { Section } from '../parts/section';
import { letterWord, useWords } from '../shell/words';

/** What somebody would like to know of. */
export interface Asked {
  readonly type: ExpenseTypeView;
  readonly amountCents: number;
}

/** Below the account's key, since it stands and falls with it. */
const tryQuery = (letter: string, amountCents: number) =>
  queryOptions({ queryKey: ['account', 'simulation', letter, amountCents], queryFn: () => bodyOf(client.GET('/api/benefits/accounts/mine/simulation', { params: { query: { letter, amountCents } } })) });

/** The answer, in the order in which people ask: may I, how, from which credit, what does it do to the year, and who says so. */
export function Simulated({ asked }: { readonly asked: Asked }): ReactElement {
  const answer = useQuery(tryQuery(asked.type.letter, asked.amountCents));
  return <Loaded query={answer}>{(told) => <Told asked={asked} told={told} />}</Loaded>;
}

function Told({ asked: { type, amountCents }, told }: { readonly asked: Asked; readonly told: SimulationView }): ReactElement {
  const { t, language } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { lots, consent, creditBeforeCents, creditAfterCents } = told;
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className="small-head">{t('simulate.answer', { type: type.name, amount: money(amountCents, language) })}</h2>
      <Verdict type={type} told={told} />
      {lots.length > 0 && (
        <Section title={t('simulate.lots')}>
          <ul className="rows">{lots.map(({ lotId, amountCents: cents, validUntil }) => <li key={lotId} className="row-line"><span>{t('simulate.lot', { day: day(validUntil, language) })}</span><Money cents={cents} /></li>)}</ul>
        </Section>
      )}
      <Section title={t('simulate.left')}>
        <p>{t('simulate.credit', { before: money(creditBeforeCents, language), after: money(creditAfterCents, language) })}</p>
        <YearEffect letter={type.letter} told={told} />
        {consent && <Notice tone="warning"><p>{t('simulate.consent', { amount: money(consent.taxableCents, language) })}</p></Notice>}
      </Section>
      <details open>
        <summary>{t('simulate.why')}</summary>
        <p>{t('simulate.row', { letter: type.letter, meaning: t(letterWord(type.letter)).toLowerCase(), norm: type.norm })}</p>
        {type.letter === 'c.3' && told.after && <p>{t('simulate.thresholdRow', { rule: told.after.rule, norm: told.after.norm })}</p>}
        <p className="help">{t('simulate.only')}</p>
      </details>
    </>
  );
}

/** Whether the credit may pay for it, and by which way: what is only bought is never paid back. */
function Verdict({ type: { reimbursable, voucher, direct }, told: { allowed, refusal, consent } }: { readonly type: ExpenseTypeView; readonly told: SimulationView }): ReactElement {
  const { t, language } = useWords();
  const isBought = voucher || direct;
  return (
    <>
      {allowed && <Notice tone="success" live><p><strong>{t('simulate.yes')}</strong></p></Notice>}
      {refusal && <Notice tone={consent ? 'warning' : 'danger'} live><p><strong>{t(consent ? 'simulate.withConsent' : 'simulate.no')}</strong></p><p>{language === 'it' ? refusal.detail : refusal.detailEn}</p></Notice>}
      <ul>
        {isBought && <li>{t('simulate.bought')} <Link to="/offerte">{t('employee.menuOffers')}</Link></li>}
        <li>{reimbursable ? <>{t('simulate.paidBack')} <Link to="/rimborsi/nuovo">{t('claim.ask')}</Link></> : t('simulate.neverPaidBack')}</li>
      </ul>
    </>
  );
}

function YearEffect({ letter, told: { allowed, consent, before, after } }: { readonly letter: string; readonly told: SimulationView }): ReactElement | null {
  const { t, language } = useWords();
  if (letter !== 'c.3') return <p>{t('simulate.noThreshold', { letter })}</p>;
  if (!before || !after) return null;
  const { year, thresholdCents, externalCents, level } = after;
  return (
    <>
      <p>{t('simulate.threshold', { year, threshold: money(thresholdCents, language), before: money(before.leftCents, language), after: money(after.leftCents, language) })}</p>
      {externalCents > 0 && <p>{t('simulate.external', { amount: money(externalCents, language) })}</p>}
      {(allowed || consent) && level !== 'free' && <Notice tone="warning"><p>{t(`year.${level}`)}</p></Notice>}
      <p className="help"><Link to="/soglia">{t('simulate.declare')}</Link></p>
    </>
  );
}
