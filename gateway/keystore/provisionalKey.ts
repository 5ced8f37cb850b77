import { randomBytes } from "node:crypto";
import { hexlify } from "ethers";
import type { Queryable } from "../database/database.ts";
import type { Keystore } from "./createKeystore.ts";

/** Keys are held for nobody until the ledger says whose account theirs is: member ids begin at 1. */
const NOBODY = 0;

/** Keys that are made before the ledger knows their account, so that none is lost when the gateway dies meanwhile. */
export const provisionalKey = {
  /** A new key's address, checksummed; nobody can use it yet. */
  make(keystore: Keystore): Promise<string> {
    return keystore.add(NOBODY, hexlify(randomBytes(32)));
  },

  /** Gives a key to the member that the ledger admitted with it, or added it to. Repeating it changes nothing. */
  async assign(transaction: Queryable, account: string, memberId: number): Promise<void> {
    await transaction.query(
      "UPDATE local.keystore SET member_id = $1 WHERE address = $2 AND member_id = $3",
      [memberId, account.toLowerCase(), NOBODY],
    );
  },

  /** Forgets a key that the ledger refused. */
  async drop(database: Queryable, account: string): Promise<void> {
    await database.query("DELETE FROM local.keystore WHERE address = $1 AND member_id = $2", [
      account.toLowerCase(),
      NOBODY,
    ]);
  },
} as const;
