import { useState } from "react";
import type { Lien } from "../../api/lien.ts";
import { WriteButton } from "../../components/WriteButton.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { useSession } from "../../session/useSession.ts";
import { AcceptDialog } from "./AcceptDialog.tsx";
import { type LienStep, lienSteps } from "./lienSteps.ts";
import { ReleaseDialog } from "./ReleaseDialog.tsx";

/** Steps that are one click. */
const clicks: Readonly<Partial<Record<LienStep, string>>> = {
  countersign: "countersignature",
  refuse: "refusal",
  withdraw: "withdrawal",
  expire: "expiry",
};

/** What the signed-in member does with a lien now. */
export function LienActions({ lien }: { readonly lien: Lien }) {
  const { t } = useLanguage();
  const { me } = useSession();
  const [doing, setDoing] = useState<LienStep>();
  const close = () => setDoing(undefined);
  return (
    <span className="row">
      {lienSteps(lien, me?.memberId, Date.now()).map((step) => {
        const path = clicks[step];
        return path === undefined ? (
          <button
            key={step}
            type="button"
            className={`button button-small ${step === "release" ? "" : "button-primary"}`}
            onClick={() => setDoing(step)}
          >
            {t.liens[step]}
          </button>
        ) : (
          <WriteButton
            key={step}
            label={t.liens[step]}
            write={{ path: `/v1/liens/${lien.lien}/${path}`, body: {} }}
          />
        );
      })}
      {(doing === "accept" || doing === "register") && (
        <AcceptDialog lien={lien} step={doing} onClose={close} />
      )}
      {doing === "release" && <ReleaseDialog lien={lien} onClose={close} />}
    </span>
  );
}
