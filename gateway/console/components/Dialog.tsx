import { type ReactNode, useEffect, useRef } from "react";
import { useLanguage } from "../i18n/useLanguage.ts";

/** A modal dialog; Escape and the close button end it. */
export function Dialog({
  title,
  onClose,
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} onClose={onClose} aria-label={title}>
      <div className="dialog-body">
        <div className="card-head">
          <h2>{title}</h2>
          <button type="button" className="button button-small" onClick={onClose}>
            {t.common.close}
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
