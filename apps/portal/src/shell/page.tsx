import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
  readonly narrow?: boolean;
}

/** Set once the first page stands: only a change of page moves the focus, never the start. */
let moved = false;

/** One page: its title is the document's too, and takes the focus when the page changes, so that it is read out. */
export function Page({ title, lead, children, narrow = false }: Props): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} | Salvatempo`;
  }, [title]);
  useEffect(() => {
    if (moved) heading.current?.focus();
    moved = true;
  }, []);
  return (
    <div className={narrow ? 'page narrow' : 'page'}>
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {lead !== undefined && <p className="lead">{lead}</p>}
      {children}
    </div>
  );
}
