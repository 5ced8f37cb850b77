import { useState } from "react";
import { useNavigate } from "react-router";
import type { Subscription } from "../../api/subscription.ts";
import { useWrite } from "../../api/useWrite.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Problem } from "../../components/Problem.tsx";
import { WriteButton } from "../../components/WriteButton.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { RotateDialog } from "./RotateDialog.tsx";

interface Tested {
  readonly delivered: boolean;
  readonly status: number | null;
  readonly latencyMs: number;
  readonly failure: string | null;
}

/** Test, pause, resume, send again, another secret, the end. */
export function SubscriptionActions({
  of: { state, deadLetters },
  path,
}: {
  readonly of: Subscription;
  readonly path: string;
}) {
  const { t } = useLanguage();
  const words = t.events;
  const navigate = useNavigate();
  const [asks, setAsks] = useState<"rotate" | "end">();
  const testing = useWrite<Tested>();
  const close = () => setAsks(undefined);
  const other = state === "active" ? "paused" : "active";
  const change = { method: "PATCH", path, body: { state: other } } as const;
  const result = testing.data;
  const status = result?.status === null ? words.noAnswer : String(result?.status);
  return (
    <>
      <div className="row">
        <button
          type="button"
          className="button button-small"
          disabled={testing.isPending}
          onClick={() => testing.mutate({ path: `${path}/test` })}
        >
          {words.test}
        </button>
        <WriteButton write={change} label={state === "active" ? words.pause : words.resume} />
        {deadLetters > 0 && (
          <WriteButton
            write={{ path: `${path}/replay` }}
            label={words.replay}
            tone="button-primary"
          />
        )}
        <button type="button" className="button button-small" onClick={() => setAsks("rotate")}>
          {words.rotate}
        </button>
        <button
          type="button"
          className="button button-small button-danger"
          onClick={() => setAsks("end")}
        >
          {words.end}
        </button>
      </div>
      <Problem error={testing.error} />
      {result !== undefined && (
        <Notice tone={result.delivered ? "notice-good" : "notice-bad"}>
          {words.tested(status, result.latencyMs)} {result.status === null && result.failure}
        </Notice>
      )}
      {asks === "rotate" && <RotateDialog path={path} onClose={close} />}
      {asks === "end" && (
        <Dialog title={words.end} onClose={close}>
          <WriteForm
            write={{ method: "DELETE", path }}
            submit={words.end}
            danger
            onDone={() => void navigate("/subscriptions")}
            onCancel={close}
          >
            <p className="soft">{words.endHint}</p>
          </WriteForm>
        </Dialog>
      )}
    </>
  );
}
