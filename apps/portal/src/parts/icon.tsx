import type { ReactElement } from 'react';
import sprites from 'bootstrap-italia/dist/svg/sprites.svg?url';

/** A picture of Bootstrap Italia's set, from our own server; words beside it say the same. */
export function Icon({ name }: { readonly name: string }): ReactElement {
  return (
    <svg className="glyph" aria-hidden="true" focusable="false">
      <use href={`${sprites}#it-${name}`} />
    </svg>
  );
}
