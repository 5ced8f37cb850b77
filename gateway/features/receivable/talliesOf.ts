import type { ReceivableTerms } from "@tallystick/sdk";
import type { Queryable } from "../../database/database.ts";

interface TallyRow {
  readonly tag: string;
  readonly exists_amount: bigint;
  readonly used: bigint;
}

/** What is left of each invoice after credit notes, and whether more of it is used; nothing for one never claimed. */
export async function talliesOf(
  database: Queryable,
  { epoch, invoices }: Pick<ReceivableTerms, "epoch" | "invoices">,
): Promise<ReadonlyMap<string, { readonly exists: bigint; readonly short: boolean }>> {
  const rows = await database.query<TallyRow>(
    `SELECT c.tag, t.exists_amount, sum(c.amount) FILTER (WHERE p.phase <> 'released') AS used
     FROM projected.claim c
     JOIN projected.claim_phase p ON p.claimant = c.claimant
     JOIN projected.tally t ON t.claim_key = c.claim_key
     WHERE c.epoch = $1 AND c.claim_key IN
       (SELECT claim_key FROM projected.claim WHERE epoch = $1 AND tag = ANY($2::text[]))
     GROUP BY c.tag, t.exists_amount`,
    [epoch, invoices.map(({ tag }) => tag)],
  );
  return new Map(
    rows.map((row) => [
      row.tag,
      { exists: row.exists_amount, short: row.used > row.exists_amount },
    ]),
  );
}
