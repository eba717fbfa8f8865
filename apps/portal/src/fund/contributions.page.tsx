import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { FundLimitsView } from '../api/views';
import { Figure } from '../parts/amounts';
import { Empty, Loaded } from '../parts/loaded';
import { Section } from '../parts/section';
import { Page } from '../shell/page';
import { useWords } from '../shell/words';
import { AskContributionForm } from './ask-contribution.form';
import { fundLimitsQuery } from './fund.queries';
import { OwnContributions } from './own-contributions';

/** Credit that somebody wants paid into a fund: how much of the year's limit is left, the request, and what became of earlier ones. */
export function ContributionsPage(): ReactElement {
  const { t } = useWords();
  const limits = useQuery(fundLimitsQuery);
  return (
    <Page title={t('fund.title')} lead={t('fund.lead')}>
      <Loaded query={limits} instead={{ 'account-not-found': <Empty>{t('fund.noAccount')}</Empty> }}>
        {(value) => (
          <>
            <Section title={t('fund.limits')}><Limits limits={value} /></Section>
            <Section title={t('fund.ask')}>
              {value.kinds.some(({ admitted }) => admitted) ? <AskContributionForm limits={value} /> : <Empty>{t('fund.none')}</Empty>}
            </Section>
          </>
        )}
      </Loaded>
      <Section title={t('fund.mine')}><OwnContributions /></Section>
    </Page>
  );
}

function Limits({ limits: { taxYear, kinds } }: { readonly limits: FundLimitsView }): ReactElement {
  const { t } = useWords();
  return (
    <>
      {kinds.map(({ kind, admitted, leftCents, countedCents, elsewhereCents, spendableCents, explanation }) => (
        <div key={kind}>
          <h3>{t(`fund.kinds.${kind}`)}</h3>
          <dl className="figures">
            <Figure label={t('fund.left', { year: taxYear })} cents={leftCents} />
            <Figure label={t('fund.spendable')} cents={spendableCents} {...(!admitted && { note: t('fund.notAdmitted') })} />
            {countedCents > 0 && <Figure label={t('fund.counted')} cents={countedCents} />}
            {elsewhereCents > 0 && <Figure label={t('fund.elsewhereNow')} cents={elsewhereCents} />}
          </dl>
          <p className="help">{explanation[0]}</p>
        </div>
      ))}
    </>
  );
}
