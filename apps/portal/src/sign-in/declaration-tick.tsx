import { useQuery } from '@tanstack/react-query';
import { useId, type ReactElement } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { problemOf } from '../api/problem';
import { Loaded } from '../parts/loaded';
import { declarationQuery } from './declaration.query';

/** The text that is in force of a declaration, and what to do where another one came into force while it was read. */
export interface DeclarationInForce {
  readonly code: string;
  /** Of the text that is shown; undefined until there is one, when nothing can be sent. */
  readonly version: string | undefined;
  /** For the refusal of what was sent with it: another text is fetched, which nobody has accepted yet. Throws the refusal again. */
  readonly refused: (error: unknown) => never;
}

/** @param unaccept takes the tick away. */
export function useDeclaration(code: string, unaccept: () => void): DeclarationInForce {
  const { data, refetch } = useQuery(declarationQuery(code));
  const refused = (error: unknown): never => {
    if (problemOf(error).code === 'declaration-outdated') {
      unaccept();
      void refetch();
    }
    throw error;
  };
  return { code, version: data?.version, refused };
}

/** The whole text of a declaration, to be accepted. */
export function DeclarationTick({ code, field, error }: { readonly code: string; readonly field: UseFormRegisterReturn; readonly error: string | undefined }): ReactElement {
  const id = useId();
  return (
    <Loaded query={useQuery(declarationQuery(code))}>
      {({ text }) => (
        <div className="field tick">
          <input id={id} type="checkbox" aria-describedby={error ? `${id}-error` : undefined} {...field} />
          <label htmlFor={id} lang="it">{text}</label>
          {error && <p className="field-error" id={`${id}-error`}>{error}</p>}
        </div>
      )}
    </Loaded>
  );
}
