import { useId, type ReactElement } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';

/** One thing that holds or doesn't. */
export function Tick({ label, field }: { readonly label: string; readonly field: UseFormRegisterReturn }): ReactElement {
  const id = useId();
  return (
    <div className="field tick">
      <input type="checkbox" id={id} {...field} />
      <label htmlFor={id}>{label}</label>
    </div>
  );
}
