import type { Queryable } from "../../database/database.ts";
import { insertRows } from "../../database/insertRows.ts";
import type { ProposalRow } from "./proposalRow.ts";

const columns = {
  proposal_id: "int8",
  kind: "text",
  certificate_id: "int8",
  obligor: "int8",
  holder: "int8",
  proposed_by: "int8",
  terms: "jsonb",
  nonce: "text",
  account: "text",
  epoch: "int8",
  deadline: "timestamptz",
  signature: "text",
  proposed_at: "timestamptz",
} as const;

/** Keeps signed proposals. */
export async function insertProposals(
  transaction: Queryable,
  proposals: readonly ProposalRow[],
): Promise<void> {
  // What the chain knows is no column: the rest of each row is.
  await insertRows(
    transaction,
    "local.proposal",
    columns,
    proposals.map((row) => ({ ...row })),
  );
}
