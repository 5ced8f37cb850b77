import { useLanguage } from "../../i18n/useLanguage.ts";
import { type InvoiceDraft, registrationDraft } from "./registrationDraft.ts";

/** The invoices that a receivable is made of. */
export function InvoiceFields({
  invoices,
  onChange,
}: {
  readonly invoices: readonly InvoiceDraft[];
  readonly onChange: (invoices: readonly InvoiceDraft[]) => void;
}) {
  const { t } = useLanguage();
  const set = (key: string, changes: Partial<InvoiceDraft>) =>
    onChange(invoices.map((each) => (each.key === key ? { ...each, ...changes } : each)));
  const labels = {
    number: t.registration.invoiceNumber,
    face: t.registration.face,
    used: t.registration.used,
  } as const;
  return (
    <fieldset className="invoices">
      <legend>{t.registration.invoices}</legend>
      {invoices.map((invoice) => (
        <div key={invoice.key} className="invoice field">
          {(["number", "face", "used"] as const).map((part) => (
            <input
              key={part}
              aria-label={labels[part]}
              placeholder={labels[part]}
              required={part !== "used"}
              inputMode={part === "number" ? "text" : "decimal"}
              value={invoice[part]}
              onChange={({ currentTarget }) => set(invoice.key, { [part]: currentTarget.value })}
            />
          ))}
          {invoices.length > 1 && (
            <button
              type="button"
              className="button button-small"
              aria-label={t.registration.remove}
              onClick={() => onChange(invoices.filter(({ key }) => key !== invoice.key))}
            >
              ×
            </button>
          )}
        </div>
      ))}
      <button
        type="button"
        className="button button-small"
        onClick={() => onChange([...invoices, registrationDraft.invoice()])}
      >
        {t.registration.addInvoice}
      </button>
    </fieldset>
  );
}
