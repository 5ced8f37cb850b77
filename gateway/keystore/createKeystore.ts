import { randomBytes } from "node:crypto";
import { decryptKeystoreJson, encryptKeystoreJson, hexlify, Wallet } from "ethers";
import type { Database } from "../database/database.ts";
import { ProblemError } from "../errors/problemError.ts";
import { createKeySigner } from "./createKeySigner.ts";
import { nativeScrypt } from "./nativeScrypt.ts";
import { nobody } from "./nobody.ts";
import type { LedgerSigner, SignerSource } from "./signerSource.ts";

/** Keys in the gateway's own database, encrypted with its passphrase. */
export interface Keystore extends SignerSource {
  /** Stores a key for a member and answers its address (checksummed). Adding a key again changes nothing. */
  add(memberId: number, privateKey: string): Promise<string>;
  /** Addresses (lower case) of a member's keys, oldest first. */
  accountsOf(memberId: number): Promise<string[]>;
  /** Makes a key that is nobody's yet and answers its address (checksummed). */
  make(): Promise<string>;
  /** Forgets a key that is still nobody's. */
  drop(account: string): Promise<void>;
}

/** What a keystore is made of. */
export interface KeystoreOptions {
  readonly database: Database;
  readonly passphrase: string;
  /**
   * scrypt's cost N, a power of two. 131,072 takes about a second a key; less is enough only when the passphrase is
   * long and random, or the keys are a demonstration's.
   */
  readonly scryptCost?: number;
}

interface KeyRow {
  address: string;
  member_id: bigint;
  encrypted: string;
}

class DatabaseKeystore implements Keystore {
  readonly #database: Database;
  readonly #passphrase: string;
  readonly #scryptCost: number;
  readonly #signers = new Map<string, Promise<LedgerSigner>>();

  constructor({ database, passphrase, scryptCost = 131_072 }: KeystoreOptions) {
    this.#database = database;
    this.#passphrase = passphrase;
    this.#scryptCost = scryptCost;
  }

  async add(memberId: number, privateKey: string): Promise<string> {
    const { address } = new Wallet(privateKey);
    const [known] = await this.#rows("WHERE address = $1", [address.toLowerCase()]);
    if (known !== undefined) {
      if (Number(known.member_id) === memberId) return address;
      throw new Error(`The key of ${address} is already held for member ${known.member_id}.`);
    }
    const scrypt = { N: this.#scryptCost, r: 8, p: 1 };
    const encrypted = await encryptKeystoreJson({ address, privateKey }, this.#passphrase, {
      scrypt,
    });
    await this.#database.query(
      "INSERT INTO local.keystore (address, member_id, encrypted) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
      [address.toLowerCase(), memberId, encrypted],
    );
    return address;
  }

  async accountsOf(memberId: number): Promise<string[]> {
    const rows = await this.#rows("WHERE member_id = $1 ORDER BY created_at, address", [memberId]);
    return rows.map((row) => row.address);
  }

  make(): Promise<string> {
    return this.add(nobody, hexlify(randomBytes(32)));
  }

  async drop(account: string): Promise<void> {
    await this.#database.query("DELETE FROM local.keystore WHERE address = $1 AND member_id = $2", [
      account.toLowerCase(),
      nobody,
    ]);
  }

  async holds(account: string): Promise<boolean> {
    return (await this.#rows("WHERE address = $1", [account.toLowerCase()])).length > 0;
  }

  signerFor(memberId: number, account?: string): Promise<LedgerSigner> {
    const id = `${memberId}:${account?.toLowerCase() ?? ""}`;
    const known = this.#signers.get(id);
    if (known !== undefined) return known;
    const signer = this.#open(memberId, account?.toLowerCase());
    this.#signers.set(id, signer);
    signer.catch(() => this.#signers.delete(id));
    return signer;
  }

  async #open(memberId: number, account: string | undefined): Promise<LedgerSigner> {
    const [row] = await this.#rows(
      "WHERE member_id = $1 AND ($2::text IS NULL OR address = $2) ORDER BY created_at, address LIMIT 1",
      [memberId, account],
    );
    if (row === undefined) {
      throw new ProblemError(
        "signer-missing",
        `The gateway holds no key of member ${memberId}${account === undefined ? "" : ` for account ${account}`}. ` +
          "Send a transaction signed with your own key instead.",
      );
    }
    const { privateKey } = await decryptKeystoreJson(row.encrypted, this.#passphrase);
    return createKeySigner(privateKey);
  }

  #rows(where: string, parameters: readonly unknown[]): Promise<KeyRow[]> {
    return this.#database.query<KeyRow>(
      `SELECT address, member_id, encrypted FROM local.keystore ${where}`,
      parameters,
    );
  }
}

/** A keystore in schema `local`. Decrypted keys stay in memory while the process lives. */
export function createKeystore(options: KeystoreOptions): Keystore {
  nativeScrypt();
  return new DatabaseKeystore(options);
}
