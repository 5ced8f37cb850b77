import type { StandingAcceptance } from "../../api/offer.ts";
import type { Page } from "../../api/page.ts";
import type { ReceiptItem } from "../../api/receipt.ts";
import { useRead } from "../../api/useRead.ts";
import { Choice } from "../../components/Choice.tsx";
import { Field } from "../../components/Field.tsx";
import { MemberSelect } from "../../components/MemberSelect.tsx";
import { Quantity } from "../../components/Quantity.tsx";
import { QuantityField } from "../../components/QuantityField.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { TextField } from "../members/TextField.tsx";
import type { ReceiptPass } from "./receiptPass.ts";

/** Recipient, quantity, trade, and whether the recipient still has to accept. */
export function PassFields({
  draft,
  onChange,
  receipt,
}: {
  readonly draft: ReceiptPass;
  readonly onChange: (draft: ReceiptPass) => void;
  readonly receipt: ReceiptItem;
}) {
  const { t } = useLanguage();
  const standing = useRead<Page<StandingAcceptance>>(
    "/v1/receipt-standing-acceptances?direction=received&limit=200",
  );
  const accepts = (member: number | undefined) =>
    standing.data?.items.some(
      ({ recipient, isInForce }) => isInForce && recipient.memberId === member,
    ) ?? false;
  const set = (changes: Partial<ReceiptPass>) => onChange({ ...draft, ...changes });
  const words = t.splitTransfer;
  const ways: readonly ReceiptPass["way"][] = accepts(draft.to)
    ? ["offer", "pass", "keep"]
    : ["offer", "keep"];
  return (
    <>
      <Choice
        label={t.receipts.pass}
        options={ways.map((way) => [way, words[way]] as const)}
        value={draft.way}
        onChange={(way) => set({ way })}
      />
      {draft.way !== "keep" && (
        <Field label={words.to} hint={accepts(draft.to) ? words.standing : t.receipts.noStanding}>
          <MemberSelect
            memberRole="supplier"
            value={draft.to}
            without={[receipt.holder.memberId, receipt.custodian.memberId]}
            onChange={(to) => set({ to, way: accepts(to) ? "pass" : "offer" })}
          />
        </Field>
      )}
      <QuantityField
        label={t.receipts.howMuch}
        unit={receipt.unit}
        value={draft.quantity}
        onChange={(quantity) => set({ quantity })}
        hint={
          <>
            {t.goods.free}: <Quantity count={receipt.free} unit={receipt.unit} />
          </>
        }
      />
      {draft.way !== "keep" && (
        <TextField
          label={words.tradeReference}
          value={draft.tradeReference}
          onChange={(tradeReference) => set({ tradeReference })}
        />
      )}
    </>
  );
}
