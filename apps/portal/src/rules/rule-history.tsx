import type { ReactElement } from 'react';
import type { RuleTableDetail } from '../api/views';
import { dayAndTime } from '../format/dates';
import { Empty } from '../parts/loaded';
import { Section } from '../parts/section';
import { useWords } from '../shell/words';
import { useRuleWords } from './rule-rows';
import { rowKey } from './rule-values';

/** Each edit of a table: who, when, why, and what it did. */
export function RuleHistory({ history }: { readonly history: RuleTableDetail['history'] }): ReactElement {
  const { t, language } = useWords();
  const say = useRuleWords();
  return (
    <Section title={t('rules.history')}>
      {history.length === 0 ? <Empty>{t('rules.noHistory')}</Empty> : (
        <ul className="plain">
          {history.map(({ version, basedOn, editedAt, by, reason, changes }) => (
            <li key={version} className="tile">
              <h3>{t('rules.version', { version })}</h3>
              <p>{t('rules.editedBy', { when: dayAndTime(editedAt, language), who: by.slice(-6).toUpperCase(), basedOn })}</p>
              <p>{t('rules.because', { reason })}</p>
              <ul>
                {changes.map(({ change, row }) => <li key={`${change}/${rowKey(row)}`}>{t(`rules.did.${change}`, { name: say.name(row), value: say.value(row), days: say.days(row), norm: row.norm })}</li>)}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
