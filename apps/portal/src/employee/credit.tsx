import type { ReactElement } from 'react';
import type { AccountView } from '../api/views';
import { money } from '../format/money';
import { Day, Figure, LotLeft } from '../parts/amounts';
import { Measure } from '../parts/measure';
import { Notice } from '../parts/notices';
import { Section } from '../parts/section';
import { letterWord, useWords } from '../shell/words';

/** What can be spent, by lot and until when. */
export function Credit({ account }: { readonly account: AccountView }): ReactElement {
  const { t } = useWords();
  const lots = account.lots.filter(({ freeCents, hours }) => freeCents > 0 || (hours?.freeMinutes ?? 0) > 0);
  const now = new Date().toISOString();
  return (
    <div className="credit">
      <dl className="figures">
        <Figure label={t('employee.spendable')} cents={account.spendableCents} />
        {account.heldCents > 0 && <Figure label={t('employee.held')} cents={account.heldCents} />}
        {account.spendableMinutes !== undefined && <Figure label={t('employee.spendableHours')} minutes={account.spendableMinutes} />}
        {(account.heldMinutes ?? 0) > 0 && <Figure label={t('employee.heldHours')} minutes={account.heldMinutes!} />}
      </dl>
      {lots.length > 0 && (
        <ul className="lots" aria-label={t('employee.lots')}>
          {lots.map((lot) => (
            <li key={lot.lotId}>
              <LotLeft lot={lot} /> {lot.validFrom > now && <>{t('employee.lotFrom')} <Day at={lot.validFrom} />, </>}
              {t('employee.lotUntil')} <Day at={lot.validUntil} />
              <small>{t(letterWord(lot.letter))}</small>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** How much of the year's threshold is left before benefits become taxable. */
export function Threshold({ threshold }: { readonly threshold: NonNullable<AccountView['threshold']> }): ReactElement {
  const { t, language } = useWords();
  const { year, thresholdCents, usedCents, externalCents, leftCents, level } = threshold;
  const left = t('employee.thresholdLeft', { left: money(leftCents, language), threshold: money(thresholdCents, language) });
  return (
    <Section title={t('employee.thresholdTitle', { year })}>
      <p className="strong">{left}</p>
      <Measure name={left} wholeCents={thresholdCents} portions={[{ label: 'used', cents: usedCents, shade: 'strong' }]} />
      {level !== 'free' && <Notice tone="warning">{t(`year.${level}`)}</Notice>}
      {externalCents > 0 && <p className="help">{t('year.fromOthers', { used: money(usedCents, language), amount: money(externalCents, language) })}</p>}
      <p className="help">{t('employee.thresholdWhy')}</p>
    </Section>
  );
}
