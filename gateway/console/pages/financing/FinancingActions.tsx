import type { Financing } from "../../api/financing.ts";
import { WriteButton } from "../../components/WriteButton.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** What can be done about a financing now. */
export function FinancingActions({
  financing: { financing, state, registerBy },
  onRegister,
}: {
  readonly financing: Financing;
  readonly onRegister?: () => void;
}) {
  const { t } = useLanguage();
  const path = `/v1/financings/${financing}`;
  if (state === "waiting") {
    return <WriteButton write={{ path: `${path}/delivery` }} label={t.financing.deliver} />;
  }
  if (state !== "accepted") return null;
  if (Date.parse(registerBy) < Date.now()) {
    return <WriteButton write={{ path: `${path}/expiry` }} label={t.financing.expire} />;
  }
  return (
    <span className="row row-end">
      <WriteButton
        write={{ path: `${path}/refusal` }}
        label={t.financing.refuse}
        tone="button-danger"
      />
      <button type="button" className="button button-small button-primary" onClick={onRegister}>
        {t.financing.register}
      </button>
    </span>
  );
}
