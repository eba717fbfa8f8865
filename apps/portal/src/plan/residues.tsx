import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { AccountResiduesView } from '../api/views';
import { month } from '../format/dates';
import { Figure, Money } from '../parts/amounts';
import { Empty, Loaded } from '../parts/loaded';
import { Section } from '../parts/section';
import { useWords } from '../shell/words';
import { poolQuery, residuesQuery } from './plan.queries';

type Sum = AccountResiduesView['sums'][number];

/** What a firm's people left, added up by month and what became of it. */
function addedUp(items: readonly AccountResiduesView[]): readonly Pick<Sum, 'month' | 'policy' | 'amountCents'>[] {
  const sums = new Map<string, Pick<Sum, 'month' | 'policy' | 'amountCents'>>();
  for (const { month: of, policy, amountCents } of items.flatMap(({ sums: some }) => some)) {
    const key = `${of} ${policy}`;
    sums.set(key, { month: of, policy, amountCents: amountCents + (sums.get(key)?.amountCents ?? 0) });
  }
  return [...sums].sort(([one], [other]) => (one < other ? 1 : -1)).map(([, sum]) => sum);
}

/** What was left at its end, and the firm's pool. */
export function Residues({ firmId }: { readonly firmId: string }): ReactElement {
  const { t, language } = useWords();
  const residues = useQuery(residuesQuery(firmId));
  const pool = useQuery(poolQuery(firmId));
  return (
    <Section title={t('plan.residuesTitle')}>
      <Loaded query={residues}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{t('plan.noResidues')}</Empty>
          ) : (
            <div className="table-scroll" role="region" aria-label={t('plan.residuesTable')} tabIndex={0}>
              <table className="table">
                <thead><tr><th scope="col">{t('plan.month')}</th><th scope="col">{t('plan.fate')}</th><th scope="col" className="right">{t('plan.amount')}</th></tr></thead>
                <tbody>
                  {addedUp(items).map((sum) => (
                    <tr key={`${sum.month} ${sum.policy}`}><th scope="row">{month(sum.month, language)}</th><td>{t(`plan.residues.${sum.policy}`)}</td><td className="right"><Money cents={sum.amountCents} /></td></tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Loaded>
      <h3>{t('plan.poolTitle')}</h3>
      <Loaded query={pool}>
        {({ balanceCents, inCents, outCents }) => (
          <dl className="figures">
            <Figure label={t('plan.poolBalance')} cents={balanceCents} />
            <Figure label={t('plan.poolIn')} cents={inCents} />
            <Figure label={t('plan.poolOut')} cents={outCents} />
          </dl>
        )}
      </Loaded>
    </Section>
  );
}
