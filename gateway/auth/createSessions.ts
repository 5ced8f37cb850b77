import { createHash, randomBytes } from "node:crypto";
import type { Database } from "../database/database.ts";
import type { Sessions } from "./sessions.ts";

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

/** Sessions in schema `local`. The database holds digests, so that reading it lets nobody in. */
export function createSessions({
  database,
  lifetimeSeconds,
  now = Date.now,
}: SessionOptions): Sessions {
  return {
    async open(memberId) {
      const token = randomBytes(TOKEN_BYTES).toString("base64url");
      const expiresAt = new Date(now() + lifetimeSeconds * 1000);
      await database.query("DELETE FROM local.session WHERE expires_at < $1", [new Date(now())]);
      await database.query(
        "INSERT INTO local.session (token_digest, member_id, expires_at) VALUES ($1, $2, $3)",
        [digest(token), memberId, expiresAt],
      );
      return { token, expiresAt };
    },
    async memberOf(token) {
      const [row] = await database.query<{ member_id: bigint }>(
        "SELECT member_id FROM local.session WHERE token_digest = $1 AND expires_at > $2",
        [digest(token), new Date(now())],
      );
      return row === undefined ? undefined : Number(row.member_id);
    },
    async close(token) {
      await database.query("DELETE FROM local.session WHERE token_digest = $1", [digest(token)]);
    },
  };
}
