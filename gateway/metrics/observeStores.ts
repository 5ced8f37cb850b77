import { Gauge } from "prom-client";
import type { Database } from "../database/database.ts";
import type { GatewayServices } from "../gatewayServices.ts";

type Needs = Pick<GatewayServices, "database" | "outbox" | "metrics">;

interface Stored {
  readonly oldest: number | null;
  readonly displaced: bigint;
  readonly refused: bigint;
  readonly reverted: bigint;
  readonly fillers: bigint;
  readonly checkpoint_age: number | null;
  readonly unstated: bigint | null;
  readonly unanchored: bigint | null;
}

const sql = `
  SELECT (SELECT extract(epoch FROM now() - min(signed_at))::float8 FROM local.outbox WHERE state = 'signed') AS oldest,
    (SELECT count(*) FROM local.outbox WHERE state = 'displaced') AS displaced,
    (SELECT count(*) FROM local.outbox WHERE state = 'refused') AS refused,
    (SELECT count(*) FROM local.outbox WHERE state = 'reverted') AS reverted,
    (SELECT count(*) FROM local.filler) AS fillers,
    (SELECT extract(epoch FROM now() - max(at::timestamptz))::float8 FROM local.audit_checkpoint) AS checkpoint_age,
    (SELECT next_sequence - COALESCE((SELECT max(size) FROM local.audit_checkpoint), 0) FROM local.audit_log) AS unstated,
    (SELECT next_sequence - COALESCE((SELECT max(c.size) FROM local.audit_checkpoint c
      JOIN projected.anchor a ON a.root = c.root), 0) FROM local.audit_log) AS unanchored`;

const gauges: readonly (readonly [string, string, (row: Stored) => number])[] = [
  [
    "outbox_oldest_seconds",
    "Age of the oldest transaction that is stored and in no block.",
    (row) => row.oldest ?? 0,
  ],
  [
    "outbox_displaced",
    "Transactions whose nonce somebody else used.",
    (row) => Number(row.displaced),
  ],
  ["outbox_refused", "Transactions that the node refused for good.", (row) => Number(row.refused)],
  [
    "outbox_reverted",
    "Transactions that were included without effect.",
    (row) => Number(row.reverted),
  ],
  [
    "outbox_fillers",
    "Nonces that were filled because no transaction used them.",
    (row) => Number(row.fillers),
  ],
  [
    "audit_checkpoint_age_seconds",
    "Age of the audit log's newest checkpoint.",
    (row) => row.checkpoint_age ?? 0,
  ],
  [
    "audit_unstated_entries",
    "Entries of the audit log that no checkpoint covers yet.",
    (row) => Number(row.unstated ?? 0),
  ],
  [
    "audit_unanchored_entries",
    "Entries of the audit log that no anchor on the ledger covers yet.",
    (row) => Number(row.unanchored ?? 0),
  ],
];

/** Several gauges are read with one statement: whoever asks first within a second asks for all. */
function sharedReading(database: Database): () => Promise<Stored | undefined> {
  let at = 0;
  let reading: Promise<Stored | undefined> = Promise.resolve(undefined);
  return () => {
    const now = performance.now();
    if (now - at > 1_000) {
      at = now;
      reading = database.query<Stored>(sql).then(
        ([row]) => row,
        () => undefined,
      );
    }
    return reading;
  };
}

/** Gauges of what lies in the database: outbox and audit log. A database that does not answer leaves them out. */
export function observeStores({ database, outbox, metrics }: Needs): void {
  const registers = [metrics.registry];
  const read = sharedReading(database);
  new Gauge({
    name: "tallystick_outbox_pending",
    help: "Transactions of this process that wait for their block.",
    registers,
    collect() {
      this.set(outbox.status().pending);
    },
  });
  for (const [name, help, value] of gauges) {
    new Gauge({
      name: `tallystick_${name}`,
      help,
      registers,
      async collect() {
        const row = await read();
        if (row !== undefined) this.set(value(row));
      },
    });
  }
}
