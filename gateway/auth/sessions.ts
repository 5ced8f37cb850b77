/** A session as it begins; the token is shown only here. */
export interface NewSession {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Signed-in people. */
export interface Sessions {
  open(memberId: number): Promise<NewSession>;
  /** The member of a live session. */
  memberOf(token: string): Promise<number | undefined>;
  close(token: string): Promise<void>;
}
