import { timingSafeEqual } from "node:crypto";
import type { Logger } from "pino";
import type { Database } from "../database/database.ts";
import { ProblemError } from "../errors/problemError.ts";
import type { ApiKey, ApiKeys } from "./apiKeys.ts";
import { apiKeyText } from "./apiKeyText.ts";
import { createBriefCache } from "./createBriefCache.ts";
import type { Scope } from "./scopes.ts";

/** What keys are kept with. */
export interface ApiKeyOptions {
  readonly database: Database;
  readonly logger: Pick<Logger, "warn">;
  readonly now?: () => number;
}

interface KeyRow {
  readonly key_id: string;
  readonly member_id: bigint;
  readonly name: string;
  readonly secret_digest: string;
  readonly scopes: readonly Scope[];
  readonly addresses: readonly string[];
  readonly created_by: string;
  readonly created_at: Date;
  readonly expires_at: Date | null;
  readonly last_used_at: Date | null;
  readonly revoked_at: Date | null;
}

const USED_EVERY_MS = 60_000;

const insertSql = `
  INSERT INTO local.api_key
    (key_id, member_id, name, secret_digest, scopes, addresses, created_by, created_at, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING key_id`;

const useSql = `
  UPDATE local.api_key SET last_used_at = $2
  WHERE key_id = $1 AND (last_used_at IS NULL OR last_used_at < $3)`;

const revokeSql = `
  UPDATE local.api_key SET revoked_at = $3, revoked_by = $4
  WHERE member_id = $1 AND key_id = $2 AND revoked_at IS NULL RETURNING key_id`;

function fromRow(row: KeyRow): ApiKey {
  return {
    keyId: row.key_id,
    memberId: Number(row.member_id),
    name: row.name,
    scopes: row.scopes,
    addresses: row.addresses,
    createdBy: row.created_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  };
}

function isSameDigest(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one, "hex"), Buffer.from(other, "hex"));
}

/** Keys in schema `local`. A revoked key is refused at once here, and within two seconds by other gateways. */
export function createApiKeys({ database, logger, now = Date.now }: ApiKeyOptions): ApiKeys {
  const cache = createBriefCache<KeyRow>(now);
  const lastMarked = new Map<string, number>();
  const rowOf = async (keyId: string): Promise<KeyRow | undefined> => {
    const cached = cache.get(keyId);
    if (cached !== undefined) return cached;
    const [row] = await database.query<KeyRow>("SELECT * FROM local.api_key WHERE key_id = $1", [
      keyId,
    ]);
    if (row !== undefined) cache.set(keyId, row, row.expires_at?.getTime());
    return row;
  };
  return {
    make(wanted) {
      const { keyId, text, secretDigest } = apiKeyText.make();
      const createdAt = new Date(now());
      const key = { ...wanted, keyId, createdAt, lastUsedAt: null, revokedAt: null };
      return { text, secretDigest, key };
    },
    async store(transaction, { secretDigest, key }) {
      const { keyId, memberId, name, scopes, addresses, createdBy, createdAt, expiresAt } = key;
      const what = [keyId, memberId, name, secretDigest, scopes, addresses];
      const values = [...what, createdBy, createdAt, expiresAt];
      const rows = await transaction.query(insertSql, values);
      if (rows.length > 0) return;
      throw new ProblemError("conflict", `A key named ${JSON.stringify(name)} is in use.`);
    },
    async list(memberId) {
      const sql =
        "SELECT * FROM local.api_key WHERE member_id = $1 ORDER BY created_at DESC, key_id";
      return (await database.query<KeyRow>(sql, [memberId])).map(fromRow);
    },
    async find(text) {
      const parsed = apiKeyText.parse(text);
      const row = parsed === undefined ? undefined : await rowOf(parsed.keyId);
      if (parsed === undefined || row === undefined) return undefined;
      if (!isSameDigest(parsed.secretDigest, row.secret_digest)) return undefined;
      const isOver = row.expires_at !== null && row.expires_at.getTime() <= now();
      return isOver || row.revoked_at !== null ? undefined : fromRow(row);
    },
    markUsed({ keyId }) {
      const at = now();
      if (at - (lastMarked.get(keyId) ?? 0) < USED_EVERY_MS) return;
      lastMarked.set(keyId, at);
      const values = [keyId, new Date(at), new Date(at - USED_EVERY_MS)];
      database.query(useSql, values).catch((error: unknown) => {
        logger.warn({ err: error, keyId }, "key: its use could not be noted");
      });
    },
    async revoke(memberId, keyId, by) {
      const values = [memberId, keyId, new Date(now()), by];
      const rows = await database.query(revokeSql, values);
      cache.delete(keyId);
      lastMarked.delete(keyId);
      return rows.length > 0;
    },
  };
}
