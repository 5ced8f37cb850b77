import { useState } from "react";
import { ledgerDay } from "../../api/ledgerDay.ts";
import type { ReceivableItem } from "../../api/receivable.ts";
import { useWrite } from "../../api/useWrite.ts";
import { Amount } from "../../components/Amount.tsx";
import { Field } from "../../components/Field.tsx";
import { Problem } from "../../components/Problem.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { BulkOutcome, type ConfirmationOutcome } from "./BulkOutcome.tsx";

function sumsOf(items: readonly ReceivableItem[]): readonly (readonly [string, bigint])[] {
  const sums = new Map<string, bigint>();
  for (const { currency, amountMinor } of items) {
    sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(amountMinor));
  }
  return [...sums];
}

/** Confirms the ticked receivables, each one for itself: a refusal stops no other. */
export function BulkConfirm({
  items,
  onDone,
}: {
  readonly items: readonly ReceivableItem[];
  readonly onDone: () => void;
}) {
  const { t } = useLanguage();
  const write = useWrite<{ readonly items: readonly ConfirmationOutcome[] }>();
  const [acceptBy, setAcceptBy] = useState(ledgerDay.date(14));
  const send = () => {
    const asked = items.map(({ receivable }) => ({
      receivable,
      acceptBy: ledgerDay.end(acceptBy),
    }));
    write.mutate(
      { path: "/v1/receivables/confirmations", body: { items: asked } },
      { onSuccess: onDone },
    );
  };
  return (
    <>
      {items.length > 0 && (
        <section className="card bulk">
          <strong>{t.receivables.chosen(items.length)}</strong>
          <span className="row">
            {t.work.sum}:{" "}
            {sumsOf(items).map(([currency, minor]) => (
              <Amount key={currency} minor={minor.toString()} currency={currency} />
            ))}
          </span>
          <Field label={t.receivables.acceptBy}>
            <input
              type="date"
              value={acceptBy}
              min={ledgerDay.date()}
              onChange={({ currentTarget }) => setAcceptBy(currentTarget.value)}
            />
          </Field>
          <button
            type="button"
            className="button button-primary"
            disabled={write.isPending || acceptBy === ""}
            onClick={send}
          >
            {t.receivables.confirmSelected(items.length)}
          </button>
        </section>
      )}
      {write.isPending && (
        <p className="row" role="status">
          <progress /> {t.work.confirming(items.length)}
        </p>
      )}
      <Problem error={write.error} />
      {write.data !== undefined && <BulkOutcome items={write.data.items} />}
    </>
  );
}
