import type { ReactElement } from 'react';
import { day, dayAndTime } from '../format/dates';
import { money } from '../format/money';
import { useWords } from '../shell/words';

export function Money({ cents }: { readonly cents: number }): ReactElement {
  const { language } = useWords();
  return <span className="money">{money(cents, language)}</span>;
}

export function Day({ at, time = false }: { readonly at: string; readonly time?: boolean }): ReactElement {
  const { language } = useWords();
  return <time dateTime={at} className="day">{time ? dayAndTime(at, language) : day(at, language)}</time>;
}

/** A figure with what it means. */
export function Figure({ label, cents, note }: { readonly label: string; readonly cents: number; readonly note?: string }): ReactElement {
  return (
    <div className="figure">
      <dt>{label}</dt>
      <dd>
        <Money cents={cents} />
        {note && <small>{note}</small>}
      </dd>
    </div>
  );
}
