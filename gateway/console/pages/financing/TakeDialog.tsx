import type { Quote } from "../../api/financing.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { Facts } from "../../components/Facts.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { quoteTerms } from "./quoteTerms.tsx";

/** The holder reads a quote once more and takes it. */
export function TakeDialog({
  quote,
  onClose,
}: {
  readonly quote: Quote;
  readonly onClose: () => void;
}) {
  const { t, nameOf } = useLanguage();
  const facts = quoteTerms(t, nameOf).map(({ label, cell }) => [label, cell(quote)] as const);
  return (
    <Dialog title={`${t.financing.takeTitle} · ${nameOf(quote.financier)}`} onClose={onClose}>
      <WriteForm
        write={{ path: `/v1/quotes/${quote.quote}/acceptance` }}
        submit={t.financing.take}
        onDone={onClose}
        onCancel={onClose}
      >
        <Facts items={facts} />
        <p className="notice">{t.financing.takeHint}</p>
      </WriteForm>
    </Dialog>
  );
}
