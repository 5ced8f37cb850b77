import { randomBytes } from "node:crypto";
import type { Database } from "../database/database.ts";
import type { SignIns } from "./signIns.ts";

const LIFETIME_MS = 10 * 60_000;

interface SignInRow {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly expires_at: Date;
}

const insertSql = `
  INSERT INTO local.sign_in (state, issuer, nonce, verifier, expires_at) VALUES ($1, $2, $3, $4, $5)`;

const takeSql = `
  DELETE FROM local.sign_in WHERE state = $1 AND issuer = $2 AND expires_at > $3
  RETURNING state, nonce, verifier, expires_at`;

/** Sign-ins in schema `local`; one that isn't ended within 10 minutes is forgotten. */
export function createSignIns(database: Database, now: () => number = Date.now): SignIns {
  return {
    async begin(issuer) {
      // Nonces of signed messages are letters and digits.
      const state = randomBytes(16).toString("hex");
      const nonce = randomBytes(16).toString("hex");
      const verifier = randomBytes(32).toString("base64url");
      const expiresAt = new Date(now() + LIFETIME_MS);
      await database.query("DELETE FROM local.sign_in WHERE expires_at < $1", [new Date(now())]);
      await database.query(insertSql, [state, issuer, nonce, verifier, expiresAt]);
      return { state, nonce, verifier, expiresAt };
    },
    async take(issuer, state) {
      const values = [state, issuer, new Date(now())];
      const [row] = await database.query<SignInRow>(takeSql, values);
      if (row === undefined) return undefined;
      const { nonce, verifier } = row;
      return { state: row.state, nonce, verifier, expiresAt: row.expires_at };
    },
  };
}
