import type { ReactElement } from 'react';
import type { RankingView } from '../api/views';
import { Section } from '../parts/section';
import { useWords } from '../shell/words';

/** What decides between equal points, and how anybody makes the ranking again without this program. */
export function Seed({ ranking: { seed, seedHash, places } }: { readonly ranking: RankingView }): ReactElement {
  const { t } = useWords();
  const first = places[0]?.applicationId;
  return (
    <Section title={t('ranking.seedTitle')}>
      <p>{t('ranking.seedWhy')}</p>
      <dl className="facts digest">
        <div><dt>{t('ranking.seedHash')}</dt><dd><code>{seedHash}</code></dd></div>
        <div><dt>{t('ranking.seed')}</dt><dd>{seed === undefined ? t('ranking.seedLater') : <code>{seed}</code>}</dd></div>
      </dl>
      {seed !== undefined && (
        <ol className="digest">
          <li>{t('ranking.doHash')}<br /><code>printf %s {seed} | sha256sum</code></li>
          {first !== undefined && <li>{t('ranking.doTieBreak')}<br /><code>printf %s {seed}{first} | sha256sum</code></li>}
          <li>{t('ranking.doOrder')}</li>
        </ol>
      )}
    </Section>
  );
}
