import { keccak256 } from "ethers";
import type { Database, Queryable } from "../database/database.ts";
import { insertRows } from "../database/insertRows.ts";
import type { Reached } from "../writePoints.ts";
import type { Draft, OwnDraft } from "./draft.ts";
import { type OutboxRow, outboxRows } from "./outboxRows.ts";
import type { StoredTransaction } from "./storedTransaction.ts";

/** What became of a draft: stored now, already stored by an earlier attempt, or not this caller's to make. */
export type CommitResult =
  | { readonly kind: "stored" | "existing"; readonly transaction: StoredTransaction }
  | { readonly kind: "conflict" };

/** The same of a draft that may have been signed ahead: with a nonce that someone else took meanwhile, it is stale. */
export type AheadResult = CommitResult | { readonly kind: "stale" };

/** Who stores them. */
export interface CommitTools {
  readonly database: Database;
  /** Id of this gateway among those on the database. */
  readonly holder: string;
  readonly reached: Reached;
}

type RequestIdentity = Pick<StoredTransaction, "memberId" | "route" | "idempotencyKey">;

interface RequestRow {
  member_id: bigint;
  route: string;
  idempotency_key: string;
  inserted: boolean;
}

const requestColumns = {
  member_id: "int8",
  route: "text",
  idempotency_key: "text",
  body_digest: "text",
  ref: "text",
  state: "text",
  holder: "text",
};

// A refused request may be made anew; an open one may be continued with the same body; an answered one is over.
const requestTail = `
  ON CONFLICT (member_id, route, idempotency_key) DO UPDATE SET state = 'open',
    body_digest = excluded.body_digest, ref = excluded.ref, holder = excluded.holder, received_at = now()
  WHERE request.state = 'refused' OR (request.state = 'open' AND request.body_digest = excluded.body_digest)
  RETURNING member_id, route, idempotency_key, (xmax::text = '0') AS inserted`;

const nonceSql = `
  WITH wanted AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS w(address text, count int8)),
  locked AS (
    SELECT signer.address FROM local.signer JOIN wanted USING (address) ORDER BY signer.address FOR UPDATE OF signer
  )
  UPDATE local.signer SET next_nonce = next_nonce + wanted.count
  FROM locked JOIN wanted USING (address)
  WHERE signer.address = locked.address
  RETURNING signer.address, signer.next_nonce - wanted.count AS first_nonce`;

// Senders whose keys are elsewhere are never among those above, so the order of locks is one for all gateways.
const claimSql = `
  WITH wanted AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS w(address text, nonce int8)),
  locked AS (
    SELECT signer.address FROM local.signer JOIN wanted ON wanted.address = signer.address
    ORDER BY signer.address FOR UPDATE OF signer
  )
  UPDATE local.signer SET next_nonce = next_nonce + 1
  FROM locked JOIN wanted USING (address)
  WHERE signer.address = locked.address AND signer.next_nonce = wanted.nonce
  RETURNING signer.address`;

function identity(request: RequestIdentity): string {
  return JSON.stringify([request.memberId, request.route, request.idempotencyKey]);
}

function stepIdentity(request: RequestIdentity, step: number): string {
  return `${identity(request)}#${step}`;
}

async function openRequests(transaction: Queryable, drafts: readonly Draft[], holder: string) {
  const requests = new Map(drafts.map((draft) => [identity(draft.request), draft.request]));
  const rows = [...requests.values()].map((request) => ({
    member_id: request.memberId,
    route: request.route,
    idempotency_key: request.idempotencyKey,
    body_digest: request.bodyDigest,
    ref: request.ref,
    state: "open",
    holder,
  }));
  const table = "local.request AS request";
  const opened = await insertRows<RequestRow>(
    transaction,
    table,
    requestColumns,
    rows,
    requestTail,
  );
  return new Map(
    opened.map((row) => {
      const memberId = Number(row.member_id);
      const request = { memberId, route: row.route, idempotencyKey: row.idempotency_key };
      return [identity(request), row.inserted];
    }),
  );
}

async function liveSteps(transaction: Queryable, drafts: readonly Draft[]) {
  const keys = drafts.map(({ request }) => request.idempotencyKey);
  if (keys.length === 0) return new Map<string, StoredTransaction>();
  const rows = await transaction.query<OutboxRow>(
    `SELECT * FROM local.outbox WHERE idempotency_key = ANY($1::text[]) AND state IN ('signed', 'included')
       AND member_id = ANY($2::int8[])`,
    [keys, drafts.map(({ request }) => request.memberId)],
  );
  return new Map(
    rows.map((row) => {
      const stored = outboxRows.read(row);
      return [stepIdentity(stored, stored.step), stored];
    }),
  );
}

async function takeNonces(transaction: Queryable, drafts: readonly OwnDraft[]) {
  if (drafts.length === 0) return new Map<string, number>();
  const bySender = Map.groupBy(drafts, (draft) => draft.sender);
  const wanted = [...bySender].map(([address, own]) => ({ address, count: own.length }));
  const rows = await transaction.query<{ address: string; first_nonce: bigint }>(nonceSql, [
    JSON.stringify(wanted),
  ]);
  return new Map(rows.map((row) => [row.address, Number(row.first_nonce)]));
}

function stored(draft: Draft, nonce: number, raw: string): StoredTransaction {
  const { memberId, route, idempotencyKey } = draft.request;
  const { step, sender, recipient, relayed } = draft;
  const hash = keccak256(raw);
  const base = {
    hash,
    memberId,
    route,
    idempotencyKey,
    step,
    sender,
    nonce,
    recipient,
    raw,
    relayed,
  };
  return { ...base, state: "signed", blockNumber: undefined };
}

/** Takes the very nonces that were signed with; answers the senders whose nonce was still free. */
async function claimNonces(transaction: Queryable, drafts: readonly Draft[]) {
  const wanted = drafts.flatMap((draft) =>
    draft.relayed || draft.signed === undefined
      ? []
      : [{ address: draft.sender, nonce: draft.signed.nonce }],
  );
  if (wanted.length === 0) return new Set<string>();
  const sql = [JSON.stringify(wanted)];
  const rows = await transaction.query<{ address: string }>(claimSql, sql);
  return new Set(rows.map((row) => row.address));
}

async function sign(drafts: readonly Draft[], nonces: Map<string, number>, claimed: Set<string>) {
  const signed = new Map<Draft, StoredTransaction>();
  for (const draft of drafts) {
    const ahead = draft.relayed ? draft : draft.signed;
    if (ahead !== undefined) {
      const { nonce, raw } = ahead;
      if (draft.relayed || claimed.delete(draft.sender))
        signed.set(draft, stored(draft, nonce, raw));
      continue;
    }
    if (draft.relayed) continue;
    const nonce = nonces.get(draft.sender);
    if (nonce === undefined) throw new Error(`Signer ${draft.sender} has no nonce row.`);
    nonces.set(draft.sender, nonce + 1);
    signed.set(draft, stored(draft, nonce, await draft.sign(nonce)));
  }
  return signed;
}

async function commit(
  transaction: Queryable,
  drafts: readonly Draft[],
  { holder, reached }: CommitTools,
): Promise<AheadResult[]> {
  const opened = await openRequests(transaction, drafts, holder);
  const continued = drafts.filter((draft) => opened.get(identity(draft.request)) === false);
  const live = await liveSteps(transaction, continued);
  const claimed = new Set<string>();
  const fresh = drafts.filter((draft) => {
    const step = stepIdentity(draft.request, draft.step);
    if (!opened.has(identity(draft.request)) || live.has(step) || claimed.has(step)) return false;
    claimed.add(step);
    return true;
  });
  const nonces = await takeNonces(
    transaction,
    fresh.filter((draft) => !draft.relayed).filter((draft) => draft.signed === undefined),
  );
  const signed = await sign(fresh, nonces, await claimNonces(transaction, fresh));
  const rows = [...signed.values()].map(outboxRows.write);
  await insertRows(transaction, "local.outbox", outboxRows.columns, rows);
  reached("before-commit");
  return drafts.map((draft) => {
    const own = signed.get(draft);
    if (own !== undefined) return { kind: "stored", transaction: own };
    const earlier = live.get(stepIdentity(draft.request, draft.step));
    if (earlier !== undefined) return { kind: "existing", transaction: earlier };
    return { kind: fresh.includes(draft) ? "stale" : "conflict" };
  });
}

/**
 * Stores requests, nonces and signed bytes of all drafts in one transaction; nothing is sent here. Each sender needs
 * its row in `local.signer` before.
 */
export async function commitDrafts(
  tools: CommitTools,
  drafts: readonly Draft[],
): Promise<AheadResult[]> {
  const results = await tools.database.transaction((transaction) =>
    commit(transaction, drafts, tools),
  );
  tools.reached("after-commit");
  return results;
}
