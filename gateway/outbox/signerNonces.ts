import { readTransactionCount } from "../chain/readTransactionCount.ts";
import type { Rpc } from "../chain/rpc.ts";
import { rpcError } from "../chain/rpcError.ts";
import type { Database } from "../database/database.ts";
import { ProblemError } from "../errors/problemError.ts";

async function transactionCount(rpc: Rpc, address: string, tag: "latest" | "pending") {
  try {
    return await readTransactionCount(rpc, address, tag);
  } catch (error) {
    throw new ProblemError("ledger-unreachable", "The ledger's node does not answer.", {
      nodeAnswered: rpcError(error).answered,
    });
  }
}

/** Sees to it that each signer has a row in `local.signer` that agrees with the chain, once per process. */
export class SignerNonces {
  readonly #database: Database;
  readonly #rpc: Rpc;
  readonly #ready = new Map<string, Promise<void>>();

  constructor(database: Database, rpc: Rpc) {
    this.#database = database;
    this.#rpc = rpc;
  }

  /**
   * Rejects with problem `signer-unsettled` while the node holds transactions of this account that our database does
   * not know: a nonce taken now could collide with theirs.
   */
  ensure(address: string): Promise<void> {
    const known = this.#ready.get(address);
    if (known !== undefined) return known;
    const ready = this.#reconcile(address);
    this.#ready.set(address, ready);
    ready.catch(() => this.#ready.delete(address));
    return ready;
  }

  async #reconcile(address: string): Promise<void> {
    const [latest, pending] = await Promise.all([
      transactionCount(this.#rpc, address, "latest"),
      transactionCount(this.#rpc, address, "pending"),
    ]);
    const [stored] = await this.#database.query<{ next_nonce: bigint }>(
      "SELECT next_nonce FROM local.signer WHERE address = $1",
      [address],
    );
    if (pending > latest && pending > Number(stored?.next_nonce ?? 0n)) {
      throw new ProblemError(
        "signer-unsettled",
        `Account ${address} has transactions in the node's pool that this gateway did not make. ` +
          "Its writes stay closed until they are included.",
        { latestNonce: latest, pendingNonce: pending },
      );
    }
    await this.#database.query(
      `INSERT INTO local.signer (address, next_nonce) VALUES ($1, $2)
       ON CONFLICT (address) DO UPDATE SET next_nonce = GREATEST(signer.next_nonce, excluded.next_nonce)`,
      [address, latest],
    );
  }
}
