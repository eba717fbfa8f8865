import { useId, type ReactElement } from 'react';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly min: string;
  readonly max?: string;
  readonly onDay: (day: string) => void;
}

/** A day that stands beside a form of another kind. */
export function DayField({ label, value, min, max, onDay }: Props): ReactElement {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="date" className="form-control" value={value} min={min} {...(max !== undefined && { max })} onChange={({ target }) => onDay(target.value)} />
    </div>
  );
}
