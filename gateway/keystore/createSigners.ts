import { getAddress } from "ethers";
import type { Database } from "../database/database.ts";
import { ProblemError } from "../errors/problemError.ts";
import type { Keystore } from "./createKeystore.ts";
import type { KeyHolder } from "./keyHolder.ts";
import { nobody } from "./nobody.ts";
import { recordSignerKeys } from "./recordSignerKeys.ts";
import type { LedgerSigner } from "./signerSource.ts";

/** Where the keys of a gateway's members are. */
export interface SignersOptions {
  readonly database: Database;
  /** Keys in the database itself. */
  readonly keystore: Keystore;
  readonly holders: readonly KeyHolder[];
}

interface HeldRow {
  readonly address: string;
  readonly signer: string | null;
}

class ComposedSigners implements Keystore {
  readonly #options: SignersOptions;
  readonly #holders: ReadonlyMap<string, KeyHolder>;
  /** What was found once stays: a key changes neither its place nor its member. */
  readonly #found = new Map<string, LedgerSigner>();

  constructor(options: SignersOptions) {
    this.#options = options;
    this.#holders = new Map(options.holders.map((holder) => [holder.name, holder]));
  }

  add(memberId: number, privateKey: string): Promise<string> {
    return this.#options.keystore.add(memberId, privateKey);
  }

  async accountsOf(memberId: number): Promise<string[]> {
    return (await this.#held(memberId)).map(({ address }) => address);
  }

  async holds(account: string): Promise<boolean> {
    const own = account.toLowerCase();
    const sql = "SELECT 1 FROM local.held_key WHERE address = $1";
    return (await this.#options.database.query(sql, [own])).length > 0;
  }

  async signerFor(memberId: number, account?: string): Promise<LedgerSigner> {
    const { keystore } = this.#options;
    if (this.#holders.size === 0) return keystore.signerFor(memberId, account);
    const own = account?.toLowerCase();
    const known = this.#found.get(`${memberId}:${own ?? ""}`);
    if (known !== undefined) return known;
    const signer = await this.#find(memberId, own);
    this.#found.set(`${memberId}:${own ?? ""}`, signer);
    return signer;
  }

  async #find(memberId: number, own: string | undefined): Promise<LedgerSigner> {
    const { keystore } = this.#options;
    const held = await this.#held(memberId);
    const row = own === undefined ? held[0] : held.find(({ address }) => address === own);
    // The keystore says in its own words what it doesn't hold.
    if (row === undefined || row.signer === null) return keystore.signerFor(memberId, own);
    const holder = this.#holders.get(row.signer);
    if (holder !== undefined) return holder.signer(getAddress(row.address));
    const detail = `The key of account ${getAddress(row.address)} is with signer ${row.signer}, which is not configured.`;
    throw new ProblemError("signer-missing", detail);
  }

  async make(): Promise<string> {
    const { database, keystore } = this.#options;
    const maker = this.#options.holders.find((holder) => holder.makesKeys);
    if (maker === undefined) return keystore.make();
    const account = await maker.make();
    await recordSignerKeys.made(database, maker.name, account, nobody);
    return account;
  }

  async drop(account: string): Promise<void> {
    const { database, keystore } = this.#options;
    await keystore.drop(account);
    const signer = await recordSignerKeys.drop(database, account);
    if (signer !== undefined) await this.#holders.get(signer)?.destroy(account);
  }

  /** A member's accounts, keys of the database first, then the oldest. */
  #held(memberId: number): Promise<HeldRow[]> {
    const sql = `SELECT address, signer FROM local.held_key WHERE member_id = $1
      ORDER BY signer IS NOT NULL, created_at, address`;
    return this.#options.database.query<HeldRow>(sql, [memberId]);
  }
}

/**
 * All keys of a gateway behind one face: those in its database, then those of the signers that SIGNERS_FILE names, whose
 * accounts are written down now.
 */
export async function createSigners(options: SignersOptions): Promise<Keystore> {
  await recordSignerKeys.configured(options.database, options.holders);
  return new ComposedSigners(options);
}
