import { useId, type ReactElement } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';

interface Props {
  readonly label: string;
  readonly help?: string;
  readonly field: UseFormRegisterReturn;
  readonly options: readonly (readonly [value: string, text: string])[];
}

/** One of a few, by the device's own list. */
export function Choice({ label, help, field, options }: Props): ReactElement {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {help && <p className="help" id={`${id}-help`}>{help}</p>}
      <select id={id} {...field} className="form-select" aria-describedby={help ? `${id}-help` : undefined}>
        {options.map(([value, text]) => (
          <option key={value} value={value}>{text}</option>
        ))}
      </select>
    </div>
  );
}
