import type { Ledger, WriteReturnType } from "@tallystick/sdk";

/** A subject whose time has come. */
export interface DueSubject {
  /** Its id, as text. */
  readonly subject: string;
  /** What tells this occasion from earlier ones about the same subject; empty where there can be but one. */
  readonly occasion: string;
}

/** Something that anyone may do once it is time, and how one finds what it is time for. */
export interface UpkeepDuty {
  /** Verb and noun, for instance `expire-offer`: part of the request's route, and a metric's label. */
  readonly verb: string;
  /** `SELECT subject, occasion, due_at`; $1 is the ledger's time (block time), $2 its civil date. */
  readonly sql: string;
  /** Does it for one subject, under the reference of its request. */
  readonly write: (ledger: Ledger, subject: string, ref: string) => Promise<WriteReturnType>;
}
