import type { Queryable } from "../database/database.ts";
import type { Keystore } from "./createKeystore.ts";
import { nobody } from "./nobody.ts";
import { recordSignerKeys } from "./recordSignerKeys.ts";

/** Keys that are made before the ledger knows their account, so that none is lost when the gateway dies meanwhile. */
export const provisionalKey = {
  /** A new key's address, checksummed; nobody can use it yet. */
  make(keystore: Keystore): Promise<string> {
    return keystore.make();
  },

  /** Gives a key to the member that the ledger admitted with it, or added it to. Repeating it changes nothing. */
  async assign(transaction: Queryable, account: string, memberId: number): Promise<void> {
    await transaction.query(
      "UPDATE local.keystore SET member_id = $1 WHERE address = $2 AND member_id = $3",
      [memberId, account.toLowerCase(), nobody],
    );
    await recordSignerKeys.assign(transaction, account, memberId);
  },

  /** Forgets a key that the ledger refused. */
  drop(keystore: Keystore, account: string): Promise<void> {
    return keystore.drop(account);
  },
} as const;
