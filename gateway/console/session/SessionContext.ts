import { createContext } from "react";

/** The signed-in member. */
export interface Me {
  readonly memberId: number;
  readonly name: string;
  readonly nameZh?: string | null;
  readonly account: string;
  readonly roles: readonly string[];
  /** Which of the member's people or systems is signed in. */
  readonly person: string;
  readonly scopes: readonly string[];
}

/** What the session provider tells. */
export interface SessionValue {
  /** Undefined while asking, null when nobody is signed in. */
  readonly me: Me | null | undefined;
  /** As a member of the demonstration. */
  signIn(member: string, person?: string): Promise<void>;
  /** With an API key or an access token. */
  signInWithToken(token: string): Promise<void>;
  /** Asks again who is signed in, after something else signed in or out. */
  refresh(): Promise<void>;
  signOut(): Promise<void>;
}

export const SessionContext = createContext<SessionValue | undefined>(undefined);
