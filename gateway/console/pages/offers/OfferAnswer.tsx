import { WriteButton } from "../../components/WriteButton.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** Accept or decline what came, take back what went out, release what nobody took in time. */
export function OfferAnswer({
  path,
  isExpired,
  direction,
}: {
  /** Of the offer: of a certificate or of a receipt. */
  readonly path: string;
  readonly isExpired: boolean;
  readonly direction: "in" | "out";
}) {
  const { t } = useLanguage();
  if (isExpired) {
    return <WriteButton write={{ path: `${path}/expiry` }} label={t.offers.release} />;
  }
  if (direction === "out") {
    return <WriteButton write={{ path: `${path}/cancellation` }} label={t.offers.cancel} />;
  }
  return (
    <span className="row answer">
      <WriteButton write={{ path: `${path}/declination` }} label={t.offers.decline} />
      <WriteButton
        write={{ path: `${path}/acceptance` }}
        label={t.offers.accept}
        tone="button-primary"
      />
    </span>
  );
}
