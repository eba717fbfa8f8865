import type { ReactElement } from 'react';
import { day, dayAndTime } from '../format/dates';
import { hoursInWords } from '../format/hours';
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

export function Hours({ minutes }: { readonly minutes: number }): ReactElement {
  const { language } = useWords();
  return <span className="money">{hoursInWords(minutes, language)}</span>;
}

/** What is left of a lot, in its unit. */
export function LotLeft({ lot: { freeCents, hours } }: { readonly lot: { readonly freeCents: number; readonly hours?: { readonly freeMinutes: number } } }): ReactElement {
  return hours ? <Hours minutes={hours.freeMinutes} /> : <Money cents={freeCents} />;
}

interface FigureProps {
  readonly label: string;
  /** Euros, or hours: one of the two. */
  readonly cents?: number;
  readonly minutes?: number;
  readonly note?: string;
}

/** A figure with what it means. */
export function Figure({ label, cents = 0, minutes, note }: FigureProps): ReactElement {
  return (
    <div className="figure">
      <dt>{label}</dt>
      <dd>
        {minutes === undefined ? <Money cents={cents} /> : <Hours minutes={minutes} />}
        {note && <small>{note}</small>}
      </dd>
    </div>
  );
}
