import { Link } from "react-router";
import { ledgerDay } from "../../api/ledgerDay.ts";
import type { TagCase } from "../../api/tagCase.ts";
import { useRead } from "../../api/useRead.ts";
import { Card } from "../../components/Card.tsx";
import { Problem } from "../../components/Problem.tsx";
import { Table } from "../../components/Table.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";

/** Clashes with what others have: a reference and whom to call, never what they hold. `quiet` hides an empty one. */
export function CaseCard({ quiet = false }: { readonly quiet?: boolean }) {
  const { t, nameOf } = useLanguage();
  const cases = useRead<{ readonly items: readonly TagCase[] }>("/v1/tags/cases?limit=100");
  const words = t.cases;
  if (quiet && (cases.data?.items.length ?? 0) === 0) return null;
  return (
    <Card title={words.title} flush>
      <p className="faint card-lead">{words.lead}</p>
      <Problem error={cases.error} />
      <Table
        items={cases.data?.items}
        keyOf={({ caseReference }) => caseReference}
        empty={words.none}
        columns={[
          {
            label: words.reference,
            cell: ({ caseReference }) => <span className="mono digest">{caseReference}</span>,
          },
          { label: words.kind, cell: ({ kind }) => words.kinds[kind] },
          {
            label: words.call,
            cell: ({ askedBy, peer }) => {
              if (peer !== null) return words.gateway(peer);
              return askedBy === null ? words.here : nameOf(askedBy);
            },
          },
          {
            label: words.yours,
            cell: ({ receivables }) => (
              <span className="row">
                {receivables.map((receivable) => (
                  <Link key={receivable} to={`/receivables/${receivable}`}>
                    {t.receivable.title(String(receivable))}
                  </Link>
                ))}
              </span>
            ),
          },
          { label: words.since, cell: ({ openedAt }) => ledgerDay.of(openedAt) },
        ]}
      />
      <p className="faint card-note">{words.exact}</p>
    </Card>
  );
}
