import type { ReceiptDetail } from "../../api/receipt.ts";
import { Card } from "../../components/Card.tsx";
import { Chip } from "../../components/Chip.tsx";
import { Facts } from "../../components/Facts.tsx";
import { Figure } from "../../components/Figure.tsx";
import { LotLink } from "../../components/LotLink.tsx";
import { Quantity } from "../../components/Quantity.tsx";
import { Tier } from "../../components/Tier.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { ReceiptBar } from "./ReceiptBar.tsx";

/** The first look at a receipt: how much, whose, where, and what weighs on it. */
export function ReceiptSummary({ receipt }: { readonly receipt: ReceiptDetail }) {
  const { t, nameOf } = useLanguage();
  const flagWords: Readonly<Record<string, string>> = t.receipts.flags;
  return (
    <Card>
      <div className="row-between">
        <Figure label={receipt.stock.goods?.variety ?? t.goods.quantity}>
          <Quantity count={receipt.quantity} unit={receipt.unit} />
        </Figure>
        <span className="row">
          <Tier tier={receipt.tier} />
          {receipt.state === "spent" && <Chip>{t.receipts.spent}</Chip>}
          {receipt.flags.map((flag) => (
            <Chip key={flag} tone="warn">
              {flagWords[flag] ?? flag}
            </Chip>
          ))}
        </span>
      </div>
      {receipt.state === "live" && <ReceiptBar receipt={receipt} />}
      <Facts
        items={[
          [t.common.holder, nameOf(receipt.holder)],
          [t.goods.custodian, nameOf(receipt.custodian)],
          [t.receipts.lot, <LotLink key="lot" lot={receipt.lot} mark={receipt.stock.mark} />],
          [t.goods.storedUntil, receipt.storageUntil],
        ]}
      />
    </Card>
  );
}
