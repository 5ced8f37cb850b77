import { createHash } from "node:crypto";
import type { Queryable } from "../database/database.ts";
import { canonicalJson } from "../idempotency/canonicalJson.ts";
import { plainJson } from "../json/plainJson.ts";
import type { Stake } from "../openapi/stake.ts";
import { type ApprovalNeed, approvalNeed } from "./approvalNeed.ts";
import type { AskedPassage } from "./passage.ts";

const sql = `
  INSERT INTO local.approval (approval_id, member_id, route, idempotency_key, body_digest, operation_id, params, body,
    amounts, parties, asked_by, asked_scopes, expires_at, needed, approver_scopes, state)
  VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9::jsonb, $10::int8[], $11, $12::text[],
    now() + $13::int8 * interval '1 day', $14, $15::text[], 'waiting')
  ON CONFLICT (member_id, route, idempotency_key) DO NOTHING`;

/** Ids can't be guessed from another request's, and a repeated request finds its own. */
function idOf({ memberId, route, idempotencyKey }: AskedPassage["write"]): string {
  const text = canonicalJson([memberId, route, idempotencyKey]);
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

/** Keeps a write for another person's decision, exactly as it was asked; a repetition keeps nothing new. */
export async function holdWrite(
  database: Queryable,
  { route, parts, identity, write }: AskedPassage,
  { needed, approverScopes, days }: ApprovalNeed,
  stake: Stake | undefined,
): Promise<void> {
  const amounts = stake === undefined ? null : approvalNeed.sumsOf(stake);
  const others = (stake?.parties ?? []).map(BigInt);
  await database.query(sql, [
    idOf(write),
    write.memberId,
    write.route,
    write.idempotencyKey,
    write.bodyDigest,
    route.operationId,
    plainJson(parts.params ?? {}),
    canonicalJson(parts.body),
    amounts === null ? null : plainJson(amounts),
    [...new Set(others)].filter((party) => party !== BigInt(write.memberId)),
    identity.person,
    identity.scopes,
    days,
    needed,
    approverScopes,
  ]);
}
