import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { PremiumView } from '../api/views';
import { money } from '../format/money';
import { OwnMeals } from '../meal/own-meals';
import { Day } from '../parts/amounts';
import { Empty, Loaded } from '../parts/loaded';
import { More } from '../parts/more';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { ChoosePremiumForm } from './choose-premium.form';
import { Comparison } from './comparison';
import { ownPremiumsQuery } from './premium.queries';

/** A person's premiums, with the choice of each, and their meal vouchers. */
export function PremiumsPage(): ReactElement {
  const { t } = useWords();
  const premiums = useInfiniteQuery(ownPremiumsQuery);
  return (
    <Page title={t('premium.title')} lead={t('premium.lead')}>
      <Section title={t('premium.premiums')}>
        <Loaded query={premiums}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items);
            return items.length === 0 ? <Empty>{t('premium.none')}</Empty> : items.map((one) => <OnePremium key={one.premiumId} premium={one} />);
          }}
        </Loaded>
        <More list={premiums} />
      </Section>
      <Section title={t('premium.meals')}><OwnMeals /></Section>
    </Page>
  );
}

function OnePremium({ premium }: { readonly premium: PremiumView }): ReactElement {
  const { t, language } = useWords();
  const { year, amountCents, paidOn, chooseUntil, status, convertibleCents, convertedCents = 0, comparison } = premium;
  return (
    <article className="premium">
      <h3>{t('premium.of', { year, amount: money(amountCents, language) })}</h3>
      <p>
        {t('premium.paidOn')} <Day at={`${paidOn}T12:00:00Z`} />
        {status === 'offered' && <><br />{t('premium.chooseUntil')} <Day at={chooseUntil} /></>}
      </p>
      {status === 'offered' ? (
        <ChoosePremiumForm premium={premium} />
      ) : (
        <>
          <p className="strong" role="status">{convertibleCents === 0 ? t('premium.nothing') : t('premium.chosen', { converted: money(convertedCents, language), cash: money(amountCents - convertedCents, language) })}</p>
          {comparison.otherEmployersCents > 0 && <p>{t('premium.othersCounted', { others: money(comparison.otherEmployersCents, language) })}</p>}
          {convertibleCents === 0 && <Comparison comparison={comparison} />}
        </>
      )}
    </article>
  );
}
