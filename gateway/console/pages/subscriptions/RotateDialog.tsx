import { useWrite } from "../../api/useWrite.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { SecretShown } from "./SecretShown.tsx";

/** Another secret; the one before it signs for a day as well. */
export function RotateDialog({
  path,
  onClose,
}: {
  readonly path: string;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const words = t.events;
  const rotating = useWrite<{ readonly secret: string }>();
  return (
    <Dialog title={words.rotate} onClose={onClose}>
      {rotating.data === undefined ? (
        <div className="form">
          <p className="soft">{words.rotateHint}</p>
          <Problem error={rotating.error} />
          <div className="form-actions">
            <button type="button" className="button" onClick={onClose}>
              {t.common.cancel}
            </button>
            <button
              type="button"
              className="button button-primary"
              disabled={rotating.isPending}
              onClick={() => rotating.mutate({ path: `${path}/secrets` })}
            >
              {words.rotate}
            </button>
          </div>
        </div>
      ) : (
        <SecretShown secret={rotating.data.secret} onKept={onClose} />
      )}
    </Dialog>
  );
}
