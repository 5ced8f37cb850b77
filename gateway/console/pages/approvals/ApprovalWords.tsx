import { Link } from "react-router";
import type { Approval } from "../../api/approval.ts";
import { Amount } from "../../components/Amount.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

const pages: Readonly<Record<string, string>> = {
  receivable: "/receivables",
  certificate: "/certificates",
  receipt: "/receipts",
  lot: "/lots",
};

/** Writes about people and rules, which have no amount to be told. */
const movesNothing = /(Rule|Account|ApiKey|Guardian|Member)$/;

/** What would happen, in plain words: the verb, the thing, how much, and with whom. */
export function ApprovalWords({ approval }: { readonly approval: Approval }) {
  const { t, nameOf } = useLanguage();
  const { operation, summary, request, amounts, parties } = approval;
  const verbs: Readonly<Record<string, string>> = t.work.operations;
  const nouns: Readonly<Record<string, string>> = t.work.nouns;
  return (
    <div className="stack">
      <strong>{verbs[operation] ?? summary}</strong>
      <span className="row">
        {Object.entries(request.params).map(([noun, id]) => (
          <span key={noun}>
            {nouns[noun] ?? noun}{" "}
            {pages[noun] === undefined ? (
              <span className="mono">{id}</span>
            ) : (
              <Link to={`${pages[noun]}/${id}`} className="mono">
                {id}
              </Link>
            )}
          </span>
        ))}
        {amounts?.map(({ currency, amountMinor }) => (
          <Amount key={currency} minor={amountMinor} currency={currency} />
        ))}
        {amounts === null && !movesNothing.test(operation) && (
          <span className="faint">{t.work.noAmount}</span>
        )}
      </span>
      {parties.length > 0 && (
        <span className="soft">
          {t.work.concerns}: {parties.map(nameOf).join(" · ")}
        </span>
      )}
    </div>
  );
}
