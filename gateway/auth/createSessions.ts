import { createHash, randomBytes } from "node:crypto";
import type { Database } from "../database/database.ts";
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

/** For so long another gateway's sign-out may go unnoticed here; ours is noticed at once. */
const CACHE_MS = 2_000;
const MAXIMUM_CACHED = 10_000;

interface CachedSession {
  readonly holder: SessionHolder;
  readonly until: number;
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

/** Sessions in schema `local`. The database holds digests, so that reading it lets nobody in. */
export function createSessions({
  database,
  lifetimeSeconds,
  now = Date.now,
}: SessionOptions): Sessions {
  const cache = new Map<string, CachedSession>();
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
      if (cached !== undefined && cached.until > now()) return cached.holder;
      const [row] = await database.query<SessionRow>(findSql, [tokenDigest, new Date(now())]);
      cache.delete(tokenDigest);
      if (row === undefined) return undefined;
      if (cache.size >= MAXIMUM_CACHED) cache.clear();
      const { person, scopes } = row;
      const holder = { memberId: Number(row.member_id), person, scopes };
      const until = Math.min(now() + CACHE_MS, row.expires_at.getTime());
      cache.set(tokenDigest, { holder, until });
      return holder;
    },
    async close(token) {
      cache.delete(digest(token));
      await database.query("DELETE FROM local.session WHERE token_digest = $1", [digest(token)]);
    },
  };
}
