import { useEffect, useId, useRef, type ReactNode, type SyntheticEvent } from 'react';
import { useLanguage } from './language.tsx';

interface ConfirmDialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly yes: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
  readonly children: ReactNode;
}

/** The deliberate second step before a write: it names patient and document; Escape is no (T8). */
export function ConfirmDialog({ open, title, yes, onYes, onNo, children }: ConfirmDialogProps) {
  const { say } = useLanguage();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  const decline = (event: SyntheticEvent): void => {
    event.preventDefault();
    onNo();
  };
  return (
    <dialog ref={dialog} aria-labelledby={id} onCancel={decline}>
      <h2 id={id}>{title}</h2>
      {children}
      <div className="actions">
        <button type="button" className="primary" onClick={onYes}>
          {yes}
        </button>
        <button type="button" onClick={decline}>
          {say('save.no')}
        </button>
      </div>
    </dialog>
  );
}
