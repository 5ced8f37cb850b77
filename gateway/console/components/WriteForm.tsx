import type { FormEvent, ReactNode } from "react";
import { useWrite, type Write } from "../api/useWrite.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Problem } from "./Problem.tsx";

/** Fields and the one write that they make, with what the gateway says to it. */
export function WriteForm({
  write,
  submit,
  onDone,
  onCancel,
  danger = false,
  children,
}: {
  /** Undefined while something is missing. */
  readonly write: Write | undefined;
  readonly submit: string;
  readonly onDone: () => void;
  readonly onCancel?: () => void;
  readonly danger?: boolean;
  readonly children: ReactNode;
}) {
  const { t } = useLanguage();
  const sending = useWrite();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (write !== undefined) sending.mutate(write, { onSuccess: onDone });
  };
  return (
    <form className="form" onSubmit={send}>
      {children}
      <Problem error={sending.error} />
      <div className="form-actions">
        {onCancel !== undefined && (
          <button type="button" className="button" onClick={onCancel}>
            {t.common.cancel}
          </button>
        )}
        <button
          type="submit"
          className={danger ? "button button-danger" : "button button-primary"}
          disabled={write === undefined || sending.isPending}
        >
          {submit}
        </button>
      </div>
    </form>
  );
}
