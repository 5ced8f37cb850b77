import type { ReceiptOffer } from "../../api/receipt.ts";
import { WriteButton } from "../../components/WriteButton.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** Accept or decline what came, take back what went out, release what nobody took in time. */
export function ReceiptOfferAnswer({
  offer,
  direction,
}: {
  readonly offer: ReceiptOffer;
  readonly direction: "in" | "out";
}) {
  const { t } = useLanguage();
  const path = `/v1/receipt-offers/${offer.receiptOffer}`;
  if (offer.isExpired) {
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
