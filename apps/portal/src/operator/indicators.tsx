import { Fragment, type ReactElement } from 'react';
import type { DossierView } from '../api/views';
import { Section } from '../parts/section';
import { useWords } from '../shell/words';

type IndicatorsView = DossierView['indicators'];

/** What the funder counts: each number with what it rests on, and said where nobody told one. */
export function Indicators({ indicators }: { readonly indicators: IndicatorsView }): ReactElement {
  const { t } = useWords();
  const { firms: { micro, small, medium, large }, workers, workCreated, work, sources } = indicators;
  const known = (value: number | undefined): string | number => value ?? t('operator.notKnown');
  const both = (of: 'posts' | 'hours'): string => (workCreated ? `${workCreated.women[of]} / ${workCreated.men[of]}` : t('operator.notKnown'));
  const groups: readonly (readonly [source: string, rows: readonly (readonly [string, string | number])[]])[] = [
    ['vouchers', [[t('operator.vouchersIssued'), indicators.vouchersIssued], [t('operator.vouchersRedeemed'), indicators.vouchersRedeemed]]],
    ['people', [[t('operator.peopleOnce'), indicators.people], [t('operator.accesses'), indicators.accesses]]],
    ['workers', [[t('operator.workersBySex'), `${workers.women} / ${workers.men} / ${workers.unknown}`]]],
    ['families', [[t('operator.families'), known(indicators.families)], [t('operator.minors'), known(indicators.minors)], [t('operator.withoutFamily'), indicators.withoutFamily]]],
    ['firms', [[t('operator.firmsBySize'), `${micro} / ${small} / ${medium} / ${large}`]]],
    ['plans', [[t('operator.plansOpened'), indicators.plansOpened]]],
    ['work', [[t('operator.postsCreated'), both('posts')], [t('operator.hoursCreated'), both('hours')], [t('operator.extraHours'), known(indicators.extraOpeningHours)]]],
  ];
  return (
    <Section title={t('operator.indicators')}>
      <table className="table">
        <caption className="visually-hidden">{t('operator.indicators')}</caption>
        <tbody>
          {groups.map(([source, rows]) => (
            <Fragment key={source}>
              {rows.map(([name, value]) => <tr key={name}><th scope="row">{name}</th><td className="right">{value}</td></tr>)}
              <tr><td colSpan={2}><small>{t('operator.restsOn')} <span lang="it">{sources.find(({ code }) => code === source)?.text}</span></small></td></tr>
            </Fragment>
          ))}
        </tbody>
      </table>
      {work.length > 0 && <WorkByProvider work={work} />}
    </Section>
  );
}

function WorkByProvider({ work }: { readonly work: IndicatorsView['work'] }): ReactElement {
  const { t } = useWords();
  return (
    <>
      <h3 className="small-head">{t('operator.workByProvider')}</h3>
      <ul className="rows">
        {work.map(({ providerId, name, months, women, men, extraOpeningHours }) => (
          <li key={providerId} className="row-line">
            <div>
              <strong>{name ?? providerId}</strong>
              <p>{t('operator.workFigures', { womenPosts: women.posts, womenHours: women.hours, menPosts: men.posts, menHours: men.hours, months, extra: extraOpeningHours ?? t('operator.notKnown') })}</p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
