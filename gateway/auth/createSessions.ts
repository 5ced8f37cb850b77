import { createHash, randomBytes } from "node:crypto";
import type { Database } from "../database/database.ts";
import { createBriefCache } from "./createBriefCache.ts";
import type { Scope } from "./scopes.ts";
import type { SessionHolder, Sessions } from "./sessions.ts";

/** What sessions are made of. */
export interface SessionOptions {
  readonly database: Database;
  readonly lifetimeSeconds: number;
  readonly now?: () => number;
}

const TOKEN_BYTES = 32;

function digest(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

interface OpenRow {
  readonly session_id: string;
  readonly token_digest: string;
  readonly created_at: Date;
  readonly expires_at: Date;
}

interface SessionRow {
  member_id: bigint;
  person: string;
  scopes: Scope[];
  expires_at: Date;
}

const findSql = `
  SELECT member_id, person, scopes, expires_at FROM local.session
  WHERE token_digest = $1 AND expires_at > $2`;

const insertSql = `
  INSERT INTO local.session (token_digest, member_id, person, scopes, expires_at)
  VALUES ($1, $2, $3, $4, $5)`;

const listSql = `
  SELECT session_id, token_digest, created_at, expires_at FROM local.session
  WHERE member_id = $1 AND person = $2 AND expires_at > $3 ORDER BY created_at DESC, session_id`;

/** Sessions in schema `local`. The database holds digests, so that reading it lets nobody in. */
export function createSessions({
  database,
  lifetimeSeconds,
  now = Date.now,
}: SessionOptions): Sessions {
  const cache = createBriefCache<SessionHolder>(now);
  return {
    async open({ memberId, person, scopes }) {
      const token = randomBytes(TOKEN_BYTES).toString("base64url");
      const expiresAt = new Date(now() + lifetimeSeconds * 1000);
      await database.query("DELETE FROM local.session WHERE expires_at < $1", [new Date(now())]);
      await database.query(insertSql, [digest(token), memberId, person, scopes, expiresAt]);
      return { token, expiresAt };
    },
    async holderOf(token) {
      const tokenDigest = digest(token);
      const cached = cache.get(tokenDigest);
      if (cached !== undefined) return cached;
      const [row] = await database.query<SessionRow>(findSql, [tokenDigest, new Date(now())]);
      if (row === undefined) return undefined;
      const { person, scopes } = row;
      const holder = { memberId: Number(row.member_id), person, scopes };
      cache.set(tokenDigest, holder, row.expires_at.getTime());
      return holder;
    },
    async close(token) {
      await database.query("DELETE FROM local.session WHERE token_digest = $1", [digest(token)]);
      cache.delete(digest(token));
    },
    async list({ memberId, person }, token) {
      const current = token === undefined ? undefined : digest(token);
      const rows = await database.query<OpenRow>(listSql, [memberId, person, new Date(now())]);
      return rows.map((row) => ({
        sessionId: row.session_id,
        createdAt: row.created_at,
        expiresAt: row.expires_at,
        isCurrent: row.token_digest === current,
      }));
    },
    async closeAll({ memberId, person }, transaction = database) {
      const sql = "DELETE FROM local.session WHERE member_id = $1 AND person = $2 RETURNING person";
      const rows = await transaction.query(sql, [memberId, person]);
      cache.deleteWhere((holder) => holder.memberId === memberId && holder.person === person);
      return rows.length;
    },
  };
}
