/** A sign-in that has begun. */
export interface BegunSignIn {
  /** Names it; unguessable, used once. */
  readonly state: string;
  /** What the proof must repeat. */
  readonly nonce: string;
  /** PKCE verifier of an authorization code flow. */
  readonly verifier: string;
  readonly expiresAt: Date;
}

/** Sign-ins between their two requests; in the database, so that any gateway may answer the second one. */
export interface SignIns {
  begin(issuer: string): Promise<BegunSignIn>;
  /** Takes it out: whoever comes second with the same state finds nothing. */
  take(issuer: string, state: string): Promise<BegunSignIn | undefined>;
}
