import type { RefOf } from "../shared/memberRefs.ts";
import type { MovementRow } from "./readMovements.ts";

const gains: Readonly<Record<string, string>> = {
  issue: "issued",
  circulation: "received",
  financing: "bought",
  resale: "bought",
  "buy-back": "bought-back",
  enforcement: "enforced",
};

const losses: Readonly<Record<string, string>> = {
  circulation: "passed",
  financing: "financed",
  resale: "financed",
  "buy-back": "bought-back",
  enforcement: "enforced",
};

function kindOf({ name, cause, amount }: MovementRow): string {
  if (name === "Settled") return "settled";
  if (name === "Retired") return "retired";
  return (amount > 0n ? gains[cause] : losses[cause]) ?? "passed";
}

/** A book with its balance after every movement. */
export function showBook(
  opening: bigint,
  rows: readonly MovementRow[],
  refOf: RefOf,
  projected: bigint | null,
) {
  let balance = opening;
  const movements = rows.map((row) => {
    balance += row.amount;
    return {
      event: row.key,
      kind: kindOf(row),
      at: row.block_time,
      certificate: row.certificate_id,
      receivable: Number(row.receivable_id),
      counterparty: refOf(row.party),
      reference: row.trade_reference,
      amountMinor: row.amount,
      balanceMinor: balance,
      transactionHash: row.transaction_hash,
    };
  });
  return {
    openingMinor: opening,
    movements,
    closingMinor: balance,
    projectedMinor: projected,
    agrees: projected === null ? null : projected === balance,
  };
}
