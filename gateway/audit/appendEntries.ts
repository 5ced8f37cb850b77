import { randomUUID } from "node:crypto";
import { auditEntryHash, auditLogStart } from "@tallystick/sdk";
import type { Queryable } from "../database/database.ts";
import { plainJson } from "../json/plainJson.ts";
import type { AuditDraft } from "./auditDraft.ts";

interface LogRow {
  readonly next_sequence: bigint;
  readonly last_hash: string;
}

const lockSql = "SELECT next_sequence, last_hash FROM local.audit_log FOR UPDATE";
const beginSql = `
  INSERT INTO local.audit_log (log, next_sequence, last_hash) VALUES ($1, 0, $2) ON CONFLICT DO NOTHING`;

const columns = `
  sequence int8, at timestamptz, request_id text, member int8, person text, account text, method text, path text,
  operation text, subjects jsonb, body_digest text, ref text, status int4, code text, transaction_hash text,
  milliseconds int8, gateway text, previous text, hash text`;
const names = columns.replaceAll(/ (int8|int4|timestamptz|text|jsonb)/g, "");

const appendSql = `
  WITH written AS (
    INSERT INTO local.audit_entry (${names}) SELECT ${names} FROM jsonb_to_recordset($1::jsonb) AS entry(${columns})
  )
  UPDATE local.audit_log SET next_sequence = $2, last_hash = $3`;

/** The log's end, locked; a database that has none yet gets one with an id of its own. */
async function lockedEnd(transaction: Queryable): Promise<LogRow> {
  const [row] = await transaction.query<LogRow>(lockSql);
  if (row !== undefined) return row;
  const log = randomUUID();
  await transaction.query(beginSql, [log, auditLogStart(log)]);
  const [begun] = await transaction.query<LogRow>(lockSql);
  if (begun === undefined) throw new Error("The audit log has no beginning.");
  return begun;
}

/** Appends entries to the one chain of this database. Its row's lock is held until the transaction ends. */
export async function appendEntries(
  transaction: Queryable,
  gateway: string,
  drafts: readonly AuditDraft[],
): Promise<void> {
  if (drafts.length === 0) return;
  const end = await lockedEnd(transaction);
  let sequence = Number(end.next_sequence);
  let previous = end.last_hash;
  const rows = drafts.map((draft) => {
    const entry = { ...draft, sequence, gateway, previous };
    const hash = auditEntryHash(entry);
    sequence += 1;
    previous = hash;
    return {
      ...{ sequence: entry.sequence, at: draft.at, request_id: draft.requestId },
      ...{ member: draft.member, person: draft.person, account: draft.account },
      ...{ method: draft.method, path: draft.path, operation: draft.operation },
      ...{ subjects: draft.subjects, body_digest: draft.bodyDigest, ref: draft.ref },
      ...{ status: draft.status, code: draft.code, transaction_hash: draft.transactionHash },
      ...{ milliseconds: draft.milliseconds, gateway, previous: entry.previous, hash },
    };
  });
  await transaction.query(appendSql, [plainJson(rows), sequence, previous]);
}
