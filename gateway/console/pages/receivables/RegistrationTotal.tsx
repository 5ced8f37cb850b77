import type { Write } from "../../api/useWrite.ts";
import { Amount } from "../../components/Amount.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** What the registration adds up to, or what is still missing. */
export function RegistrationTotal({ write }: { readonly write: Write | undefined }) {
  const { t } = useLanguage();
  if (write === undefined) return <p className="faint">{t.registration.incomplete}</p>;
  const { amountMinor, currency } = write.body as {
    readonly amountMinor: string;
    readonly currency: string;
  };
  return (
    <p className="row-between">
      <span className="soft">{t.registration.total}</span>
      <Amount minor={amountMinor} currency={currency} />
    </p>
  );
}
