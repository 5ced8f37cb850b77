import type { Database, Queryable } from "../database/database.ts";
import { insertRows } from "../database/insertRows.ts";
import type { KeyHolder } from "./keyHolder.ts";
import { nobody } from "./nobody.ts";

const columns = { address: "text", member_id: "int8", signer: "text", made: "boolean" };

async function upsert(transaction: Queryable, { name, members }: KeyHolder): Promise<void> {
  const rows = [...members].flatMap(([memberId, accounts]) =>
    accounts.map((account) => ({
      address: account.toLowerCase(),
      member_id: memberId,
      signer: name,
      made: false,
    })),
  );
  await transaction.query("DELETE FROM local.signer_key WHERE signer = $1 AND NOT made", [name]);
  const tail = `ON CONFLICT (address) DO UPDATE SET member_id = excluded.member_id,
    signer = excluded.signer, made = signer_key.made OR excluded.made`;
  await insertRows(transaction, "local.signer_key", columns, rows, tail);
}

/** `local.signer_key`: which accounts' keys are outside the database, and whose they are. */
export const recordSignerKeys = {
  /** Writes down what SIGNERS_FILE says; keys that the gateway made stay whose they are. */
  async configured(database: Database, holders: readonly KeyHolder[]): Promise<void> {
    if (holders.length === 0) return;
    await database.transaction(async (transaction) => {
      for (const holder of holders) await upsert(transaction, holder);
    });
  },

  async made(database: Database, signer: string, account: string, memberId: number) {
    const row = { address: account.toLowerCase(), member_id: memberId, signer, made: true };
    await insertRows(database, "local.signer_key", columns, [row]);
  },

  /** Gives a key that was made to the member that the ledger took it for. */
  async assign(transaction: Queryable, account: string, memberId: number): Promise<void> {
    await transaction.query(
      "UPDATE local.signer_key SET member_id = $1 WHERE address = $2 AND member_id = $3",
      [memberId, account.toLowerCase(), nobody],
    );
  },

  /** Forgets a key that is nobody's; answers the signer that made it. */
  async drop(database: Queryable, account: string): Promise<string | undefined> {
    const [row] = await database.query<{ signer: string }>(
      "DELETE FROM local.signer_key WHERE address = $1 AND member_id = $2 AND made RETURNING signer",
      [account.toLowerCase(), nobody],
    );
    return row?.signer;
  },
} as const;
