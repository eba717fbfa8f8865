import type { ReactElement } from 'react';
import { money } from '../format/money';
import { Measure } from '../parts/measure';
import { Section } from '../parts/section';
import { municipalityName } from '../format/municipalities';
import { useWords } from '../shell/words';
import type { Trials } from './rule-trial';

interface Side {
  readonly firms: number;
  readonly cents: number;
  readonly people?: number;
  readonly byMunicipality: readonly { readonly municipality: string; readonly cents: number }[];
}

/** What the other rule would have given beside what was given: as bars, and the same as tables. */
export function TrialResult({ trials: { applications, purchases } }: { readonly trials: Trials }): ReactElement {
  const { t } = useWords();
  return (
    <div role="status">
      <Compared title={t('operator.triedApplications')} actual={applications.actual} tried={applications.tried} />
      {purchases && <Compared title={t('operator.triedPurchases')} actual={purchases.actual} tried={purchases.tried} />}
      <Section title={t('operator.cannotKnow')}>
        <ul lang="it">{[...new Set([...applications.limits, ...(purchases?.limits ?? [])])].map((text) => <li key={text}>{text}</li>)}</ul>
      </Section>
    </div>
  );
}

function Compared({ title, actual, tried }: { readonly title: string; readonly actual: Side; readonly tried: Side }): ReactElement {
  const { t, language } = useWords();
  const most = Math.max(actual.cents, tried.cents, 1);
  const places = [...new Set([...actual.byMunicipality, ...tried.byMunicipality].map(({ municipality }) => municipality))];
  const inPlace = (side: Side, place: string): number => side.byMunicipality.find(({ municipality }) => municipality === place)?.cents ?? 0;
  const rows: readonly (readonly [string, string | number, string | number])[] = [
    [t('operator.firms'), actual.firms, tried.firms],
    ...(actual.people === undefined ? [] : [[t('operator.people'), actual.people, tried.people!] as const]),
    [t('operator.euros'), money(actual.cents, language), money(tried.cents, language)],
    ...places.map((place) => [place === '' ? t('operator.placeUnknown') : municipalityName(place), money(inPlace(actual, place), language), money(inPlace(tried, place), language)] as const),
  ];
  return (
    <Section title={title}>
      {([['operator.asItWas', actual, 'strong'], ['operator.asTried', tried, 'middle']] as const).map(([name, { cents }, shade]) => (
        <div key={name}>
          <p className="bar-name">{t(name)}: {money(cents, language)}</p>
          <Measure name={`${t(name)}: ${money(cents, language)}`} wholeCents={most} portions={[{ label: name, cents, shade }]} />
        </div>
      ))}
      <table className="table">
        <thead><tr><th scope="col">{title}</th><th scope="col" className="right">{t('operator.asItWas')}</th><th scope="col" className="right">{t('operator.asTried')}</th></tr></thead>
        <tbody>{rows.map(([name, was, would]) => <tr key={name}><th scope="row">{name}</th><td className="right">{was}</td><td className="right">{would}</td></tr>)}</tbody>
      </table>
    </Section>
  );
}
