import type { ReactElement } from 'react';
import { languages, type Language } from '../format/language';
import { speak, useWords } from './words';

const names: Readonly<Record<Language, string>> = { it: 'Italiano', en: 'English' };

export function LanguageSwitch(): ReactElement {
  const { t, language } = useWords();
  return (
    <div role="group" aria-label={t('shell.language')} className="language-switch">
      {languages.map((one) => (
        <button key={one} type="button" lang={one} className="house-tool" aria-pressed={one === language} aria-label={names[one]} onClick={() => speak(one)}>
          {one.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
