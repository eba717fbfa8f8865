import { useId, type ReactElement, type ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  readonly aside?: ReactNode;
}

/** A part of a page under its own heading. */
export function Section({ title, children, aside }: Props): ReactElement {
  const id = useId();
  return (
    <section className="part" aria-labelledby={id}>
      <div className="part-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
