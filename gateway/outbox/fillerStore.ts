import { keccak256 } from "ethers";
import type { Database } from "../database/database.ts";
import type { LedgerSigner } from "../keystore/signerSource.ts";

/** A transfer of nothing to oneself that uses up a nonce. */
export interface Filler {
  readonly nonce: number;
  readonly raw: string;
}

/** What a filler is signed with. */
export interface FillerTerms {
  readonly sender: string;
  readonly signer: LedgerSigner;
  readonly chainId: number;
  readonly gasPrice: bigint;
  readonly reason: string;
}

const TRANSFER_GAS = 21_000n;

/** Fillers of nonces, stored before they are sent like everything else. */
export class FillerStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Stored fillers of a sender for nonces of `from` to below `to`. */
  async between(sender: string, from: number, to: number): Promise<Filler[]> {
    const rows = await this.#database.query<{ nonce: bigint; raw: string }>(
      "SELECT nonce, raw FROM local.filler WHERE sender = $1 AND nonce >= $2 AND nonce < $3 ORDER BY nonce",
      [sender, from, to],
    );
    return rows.map(({ nonce, raw }) => ({ nonce: Number(nonce), raw }));
  }

  /** Why the nonce was filled that this transaction used; undefined when it is no filler of ours. */
  async reasonOf(transactionHash: string): Promise<string | undefined> {
    const [row] = await this.#database.query<{ reason: string }>(
      "SELECT reason FROM local.filler WHERE transaction_hash = $1",
      [transactionHash],
    );
    return row?.reason;
  }

  /** Signs and stores fillers; a nonce that has one keeps it. Answers those to send. */
  async fill(terms: FillerTerms, nonces: readonly number[]): Promise<Filler[]> {
    const { sender, signer, chainId, gasPrice, reason } = terms;
    const common = { type: 0, chainId, gasPrice, gasLimit: TRANSFER_GAS, to: sender, data: "0x" };
    for (const nonce of nonces) {
      const raw = await signer.signTransaction({ ...common, value: 0n, nonce });
      await this.#database.query(
        `INSERT INTO local.filler (sender, nonce, transaction_hash, raw, reason)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
        [sender, nonce, keccak256(raw), raw, reason],
      );
    }
    const first = nonces[0] ?? 0;
    return this.between(sender, first, (nonces.at(-1) ?? first) + 1);
  }

  /** Which nonces of a range no transaction or filler of ours is stored for. */
  async missing(sender: string, from: number, to: number): Promise<number[]> {
    const rows = await this.#database.query<{ nonce: bigint }>(
      `SELECT nonce FROM local.outbox WHERE sender = $1 AND nonce >= $2 AND nonce < $3 AND state = 'signed'
       UNION SELECT nonce FROM local.filler WHERE sender = $1 AND nonce >= $2 AND nonce < $3`,
      [sender, from, to],
    );
    const known = new Set(rows.map(({ nonce }) => Number(nonce)));
    const all = Array.from({ length: Math.max(to - from, 0) }, (_, offset) => from + offset);
    return all.filter((nonce) => !known.has(nonce));
  }
}
