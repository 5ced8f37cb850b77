import { useState } from "react";
import type { Quote } from "../../api/financing.ts";
import { Chip } from "../../components/Chip.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { quoteTerms } from "./quoteTerms.tsx";
import { TakeDialog } from "./TakeDialog.tsx";

/** Narrowest widths at which terms and quotes can be read; more quotes are scrolled to. */
const LABELS_REM = 4.6;
const QUOTE_REM = 7.3;

function mostOf(quotes: readonly Quote[]): bigint {
  return quotes.reduce((most, { principalMinor }) => {
    const principal = BigInt(principalMinor);
    return principal > most ? principal : most;
  }, 0n);
}

/** Quotes side by side, term by term, and taking one of them. */
export function QuoteComparison({ quotes }: { readonly quotes: readonly Quote[] }) {
  const { t, nameOf } = useLanguage();
  const [taking, setTaking] = useState<Quote>();
  const statuses: Readonly<Record<string, string>> = t.financing.quoteStatuses;
  const most = mostOf(quotes);
  const canTake = ({ status }: Quote) => status === "open";
  return (
    <>
      <div className="compare">
        <table style={{ minWidth: `${LABELS_REM + QUOTE_REM * quotes.length}rem` }}>
          <thead>
            <tr>
              <td />
              {quotes.map((quote) => (
                <th key={quote.quote} scope="col">
                  {nameOf(quote.financier)}
                  {quotes.length > 1 && BigInt(quote.principalMinor) === most && (
                    <Chip tone="good">{t.financing.best}</Chip>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {quoteTerms(t, nameOf).map(({ label, cell }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {quotes.map((quote) => (
                  <td key={quote.quote}>{cell(quote)}</td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td />
              {quotes.map((quote) => (
                <td key={quote.quote}>
                  {canTake(quote) ? (
                    <button
                      type="button"
                      className="button button-small button-primary"
                      onClick={() => setTaking(quote)}
                    >
                      {t.financing.take}
                    </button>
                  ) : (
                    <Chip tone={quote.status === "accepted" ? "good" : "plain"}>
                      {statuses[quote.status] ?? quote.status}
                    </Chip>
                  )}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      {taking !== undefined && <TakeDialog quote={taking} onClose={() => setTaking(undefined)} />}
    </>
  );
}
