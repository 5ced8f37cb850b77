import type { Scope } from "./scopes.ts";

/** A session as it begins; the token is shown only here. */
export interface NewSession {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Who signed in, and for what. */
export interface SessionHolder {
  readonly memberId: number;
  readonly person: string;
  readonly scopes: readonly Scope[];
}

/** Signed-in people. */
export interface Sessions {
  open(holder: SessionHolder): Promise<NewSession>;
  /** Whose session it is, while it lives. */
  holderOf(token: string): Promise<SessionHolder | undefined>;
  close(token: string): Promise<void>;
}
