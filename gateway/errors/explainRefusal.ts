import { decodeLedgerError, type LedgerErrorContext } from "@tallystick/sdk";
import type { Queryable } from "../database/database.ts";
import type { LedgerError } from "./ledgerRefusal.ts";

function contextOf(contract: string, database: Queryable): LedgerErrorContext {
  return {
    // Certificates and receipts refuse by the same errors, and goods are no money.
    split: contract === "warehouseReceipts" ? "receipt" : "certificate",
    async memberName(member) {
      const [row] = await database.query<{ name: string }>(
        "SELECT name FROM local.party WHERE member_id = $1",
        [member],
      );
      return row?.name;
    },
    async currencyOf(receivable) {
      const [row] = await database.query<{ currency: string }>(
        "SELECT currency FROM projected.receivable WHERE receivable_id = $1",
        [receivable],
      );
      return row?.currency;
    },
  };
}

/** The refusal of a call about tokens of `contract` as the SDK's typed error, its sentence with the names that this gateway knows. */
export function explainRefusal(
  data: string,
  contract: string,
  database: Queryable,
): Promise<LedgerError | undefined> {
  return decodeLedgerError(data, contextOf(contract, database));
}
