import { anchors, auditLogSubject } from "@tallystick/sdk";
import type { Identity } from "../auth/identity.ts";
import type { GatewayServices } from "../gatewayServices.ts";
import type { RequestLog } from "../idempotency/requestLog.ts";
import { actByItself } from "../upkeep/actByItself.ts";

interface DueCheckpoint {
  readonly log: string;
  readonly size: bigint;
  readonly root: string;
}

// A root covers all entries from the first one, so the newest checkpoint stands for those before it.
const dueSql = `
  SELECT l.log, c.size, c.root FROM local.audit_log l, local.audit_checkpoint c
  WHERE c.size = (SELECT max(size) FROM local.audit_checkpoint)
    AND NOT EXISTS (SELECT 1 FROM projected.anchor a WHERE a.root = c.root)
    AND COALESCE((SELECT max(b.at::timestamptz) FROM local.audit_checkpoint b
      JOIN projected.anchor a ON a.root = b.root), '-infinity') <= now() - $1::int8 * interval '1 second'`;

/** Puts the newest checkpoint's root on the ledger when the last one that lies there is old enough. */
export async function anchorCheckpoint(
  services: GatewayServices,
  requestLog: RequestLog,
  identity: Identity,
): Promise<void> {
  const { config, database, stall } = services;
  // Each checkpoint stands for those before it: one anchor is enough once blocks come again.
  if (stall.sentence() !== undefined) return;
  const [due] = await database.query<DueCheckpoint>(dueSql, [config.auditAnchorSeconds]);
  if (due === undefined) return;
  const { log, root } = due;
  const count = Number(due.size);
  await actByItself(services, requestLog, {
    identity,
    route: "audit-log anchor",
    occasion: `${log} ${count}`,
    isAudited: false,
    write: (ledger, ref) =>
      anchors.anchor(ledger, { root, kind: "other", subject: auditLogSubject(log), count, ref }),
  });
}
