import { useId, useImperativeHandle, useRef, type ReactElement, type ReactNode, type Ref } from 'react';

export interface DialogHandle {
  open(): void;
  close(): void;
}

interface Props {
  readonly ref: Ref<DialogHandle>;
  readonly title: string;
  readonly children: ReactNode;
}

/** The browser's own modal dialog: it keeps the focus inside, closes by Escape and gives the focus back. */
export function Dialog({ ref, title, children }: Props): ReactElement {
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  useImperativeHandle(ref, () => ({ open: () => element.current?.showModal(), close: () => element.current?.close() }), []);
  return (
    <dialog ref={element} aria-labelledby={id} className="ask">
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}
