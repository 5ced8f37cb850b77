import { createHash } from "node:crypto";
import type { EventHandlers } from "@tallystick/sdk";
import type { LedgerContract } from "../chain/ledgerContract.ts";
import type { Migration } from "../database/readMigrations.ts";

/**
 * Changes whenever the tables, the contracts or the code of a handler change, so that a new version of the gateway
 * projects everything again. What handlers call is not part of it: raise `PROJECTION_VERSION` when that changes.
 */
export function projectionFingerprint(
  migrations: readonly Migration[],
  contracts: readonly LedgerContract[],
  handlers: EventHandlers,
): string {
  const hash = createHash("sha256").update(`version ${PROJECTION_VERSION}`);
  for (const { schema, file, checksum } of migrations) {
    if (schema === "projected") hash.update(`${file} ${checksum}\n`);
  }
  for (const { name, address, interface: abi } of contracts) {
    hash.update(`${name} ${address.toLowerCase()} ${abi.formatJson()}\n`);
  }
  for (const [name, apply] of Object.entries(handlers).sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${name} ${apply.toString()}\n`);
  }
  return hash.digest("hex");
}

const PROJECTION_VERSION = 4;
