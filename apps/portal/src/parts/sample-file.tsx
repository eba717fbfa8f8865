import type { ReactElement } from 'react';

/** A file to begin from, made here: nothing is asked of the server. */
export function SampleFile({ name, text, children }: { readonly name: string; readonly text: string; readonly children: string }): ReactElement {
  const save = (): void => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return <button type="button" className="btn btn-link" onClick={save}>{children}</button>;
}
