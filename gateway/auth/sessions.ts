import type { Queryable } from "../database/database.ts";
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

/** A live session as the person sees it who began it. */
export interface OpenSession {
  readonly sessionId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** Whether it is the one that asks. */
  readonly isCurrent: boolean;
}

/** Whose sessions. */
export type SessionPerson = Pick<SessionHolder, "memberId" | "person">;

/** Signed-in people. */
export interface Sessions {
  open(holder: SessionHolder): Promise<NewSession>;
  /** Whose session it is, while it lives. */
  holderOf(token: string): Promise<SessionHolder | undefined>;
  close(token: string): Promise<void>;
  /** A person's live sessions; `token` tells which one asks. */
  list(person: SessionPerson, token: string | undefined): Promise<readonly OpenSession[]>;
  /** Ends every session of a person, in the transaction that is given; how many. */
  closeAll(person: SessionPerson, transaction?: Queryable): Promise<number>;
}
