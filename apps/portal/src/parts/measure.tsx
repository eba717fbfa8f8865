import type { ReactElement } from 'react';

export interface Portion {
  readonly label: string;
  readonly cents: number;
  readonly shade: 'strong' | 'middle' | 'light';
}

/** A bar of portions of a whole. The figures beside it say the same in words, so to a screen reader it is one picture with a name. */
export function Measure({ name, wholeCents, portions }: { readonly name: string; readonly wholeCents: number; readonly portions: readonly Portion[] }): ReactElement {
  return (
    <div className="measure" role="img" aria-label={name}>
      {portions.map(({ label, cents, shade }) => (
        <span key={label} className={`portion portion-${shade}`} style={{ flexBasis: `${wholeCents > 0 ? (cents / wholeCents) * 100 : 0}%` }} />
      ))}
    </div>
  );
}
