import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isRecord } from "./isRecord.ts";
import { LedgerError } from "./LedgerError.ts";
import { writeDurably } from "./writeDurably.ts";

/** An account that has coin in block 0; nobody needs any, since the gas price is 0. */
export type GenesisAccount = { address: string; balanceWei: bigint };

/** What `meta.json` says: all that block 0 and every later header depend on. */
export type LedgerMeta = {
  version: 1;
  engine: string;
  created: string;
  fingerprint: string;
  chainId: number;
  /** Unix seconds. */
  genesisTimestamp: number;
  /** True when the chain began at the wall clock's time and keeps to it. */
  followsWall: boolean;
  gasLimit: number;
  /** Balances in wei as decimal strings. */
  accounts: { address: string; balanceWei: string }[];
};

function isMeta(value: unknown): value is LedgerMeta {
  if (!isRecord(value) || value["version"] !== 1 || !Array.isArray(value["accounts"])) return false;
  const strings = ["engine", "created", "fingerprint"].every((k) => typeof value[k] === "string");
  const numbers = ["chainId", "genesisTimestamp", "gasLimit"].every((k) =>
    Number.isSafeInteger(value[k]),
  );
  const accounts = value["accounts"].every(
    (account: unknown) =>
      isRecord(account) &&
      typeof account["address"] === "string" &&
      typeof account["balanceWei"] === "string",
  );
  return strings && numbers && accounts && typeof value["followsWall"] === "boolean";
}

/**
 * The directory's `meta.json`, or undefined when there is none.
 * @throws {LedgerError} META_UNREADABLE
 */
async function read(directory: string): Promise<LedgerMeta | undefined> {
  const path = join(directory, "meta.json");
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
  try {
    const value: unknown = JSON.parse(text);
    if (isMeta(value)) return value;
  } catch {
    // Falls through to the one sentence for every unreadable file.
  }
  throw new LedgerError("META_UNREADABLE", `${path} is not the description of a ledger.`);
}

/**
 * Reads the directory's description, or writes `wanted` into a new one.
 * @throws {LedgerError} FINGERPRINT_MISMATCH, CHAIN_MISMATCH, META_UNREADABLE
 */
async function readOrCreate(directory: string, wanted: LedgerMeta): Promise<LedgerMeta> {
  const found = await read(directory);
  if (!found) {
    await writeDurably(join(directory, "meta.json"), `${JSON.stringify(wanted, null, 2)}\n`);
    return wanted;
  }
  if (found.fingerprint !== wanted.fingerprint)
    throw new LedgerError(
      "FINGERPRINT_MISMATCH",
      `The ledger in ${directory} was made with other contracts (${found.fingerprint || "none named"}) ` +
        `than these (${wanted.fingerprint || "none named"}). Start fresh to move it aside.`,
    );
  if (found.chainId !== wanted.chainId)
    throw new LedgerError(
      "CHAIN_MISMATCH",
      `The ledger in ${directory} is chain ${found.chainId}, not chain ${wanted.chainId}.`,
    );
  return found;
}

/** The description of a ledger's directory. */
export const ledgerMeta = { read, readOrCreate };
