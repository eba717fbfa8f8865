import type { ReactElement } from 'react';

/** The digits of a transfer in groups of four, as people copy them. */
export const groups = (reference: string): string => reference.replace(/(.{4})(?=.)/g, '$1 ');

export function Reference({ digits }: { readonly digits: string }): ReactElement {
  return <strong className="code">{groups(digits)}</strong>;
}
