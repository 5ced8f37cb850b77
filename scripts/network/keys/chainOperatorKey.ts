import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Wallet } from "ethers";
import { writeDurably } from "../../ledger/writeDurably.ts";

/**
 * The key that administers the chain's own lists of who may send and who may deploy. No member's account: gateways send as
 * members from their outbox, and a key has one nonce. Its file is readable by the owner alone.
 */
export const chainOperatorKey = {
  file: (directory: string): string => join(directory, "chain-operator.key"),

  /** Makes the key where there is none. */
  async open(directory: string): Promise<Wallet> {
    const file = this.file(directory);
    if (existsSync(file)) return new Wallet(readFileSync(file, "utf8").trim());
    const made = Wallet.createRandom();
    await writeDurably(file, `${made.privateKey}\n`, 0o600);
    return new Wallet(made.privateKey);
  },
} as const;
