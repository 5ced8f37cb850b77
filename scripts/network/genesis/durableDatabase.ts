const MEBIBYTE = 2 ** 20;

/**
 * A validator's database, whose every write is on the disk before it counts. The ledger's plugin leaves its last writes
 * in the process by default (`sync` false): a machine that kills all validators at once takes back blocks that were
 * accepted. Caches are of a ledger's size; by default each database keeps 512 MiB.
 */
const settings = { sync: true, cacheSize: 64 * MEBIBYTE, memTableSize: 16 * MEBIBYTE };

export const durableDatabase = {
  kind: "pebbledb",
  /** As both the node and the plugin read it: base64 of JSON. */
  settings: Buffer.from(JSON.stringify(settings)).toString("base64"),
} as const;
