import type { Queryable } from "../database/database.ts";
import type { Scope } from "./scopes.ts";

/** A member's key as its administrators see it; the secret is nowhere. */
export interface ApiKey {
  readonly keyId: string;
  readonly memberId: number;
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Where it may be used from; empty: anywhere. */
  readonly addresses: readonly string[];
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  /** To the minute. */
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** What a new key is to be. */
export type NewApiKey = Pick<
  ApiKey,
  "memberId" | "name" | "scopes" | "addresses" | "createdBy" | "expiresAt"
>;

/** A key as it is made. */
export interface MadeApiKey {
  readonly text: string;
  readonly secretDigest: string;
  readonly key: ApiKey;
}

/** Keys that members' systems sign in with. */
export interface ApiKeys {
  /** A new key, not stored yet: the only time that its text is known. */
  make(wanted: NewApiKey): MadeApiKey;
  /** Throws problem `conflict` when a live key of the member has the name. */
  store(transaction: Queryable, made: MadeApiKey): Promise<void>;
  list(memberId: number): Promise<readonly ApiKey[]>;
  /** The live key that the text is, whoever's it is and wherever it may be used from. */
  find(text: string): Promise<ApiKey | undefined>;
  /** Notes that it was used, at most once a minute. */
  markUsed(key: ApiKey): void;
  /** False when the member has no such live key. */
  revoke(memberId: number, keyId: string, by: string): Promise<boolean>;
}
