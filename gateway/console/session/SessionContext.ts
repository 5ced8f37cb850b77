import { createContext } from "react";

/** The signed-in member. */
export interface Me {
  readonly memberId: number;
  readonly name: string;
  readonly nameZh?: string | null;
  readonly account: string;
  readonly roles: readonly string[];
}

/** What the session provider tells. */
export interface SessionValue {
  /** Undefined while asking, null when nobody is signed in. */
  readonly me: Me | null | undefined;
  signIn(member: string): Promise<void>;
  signOut(): Promise<void>;
}

export const SessionContext = createContext<SessionValue | undefined>(undefined);
