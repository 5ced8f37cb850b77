/** One line of a gateway's audit log: who asked for what, and was answered what. */
export type AuditEntry = {
  /** Its number, from 0 on, without gaps. */
  readonly sequence: number;
  /** RFC 3339, in milliseconds. */
  readonly at: string;
  readonly requestId: string;
  /** Member that asked; null when nobody was signed in. */
  readonly member: number | null;
  /** Which of its people or systems. */
  readonly person: string | null;
  readonly account: string | null;
  readonly method: string;
  /** The route's path with the names of its parameters, for instance `/v1/offers/:offer/acceptance`. */
  readonly path: string;
  readonly operation: string;
  /** What it was about: ids by their nouns. */
  readonly subjects: Readonly<Record<string, string>>;
  /** keccak256 of the body as canonical JSON. */
  readonly bodyDigest: string | null;
  /** What the request's events on the ledger carry. */
  readonly ref: string | null;
  readonly status: number;
  /** Code of the problem that was answered; `replayed` where an earlier answer was given again. */
  readonly code: string | null;
  readonly transactionHash: string | null;
  readonly milliseconds: number;
  /** Which process answered. */
  readonly gateway: string;
  /** Hash of the entry before it; of the first one, `auditLogStart`. */
  readonly previous: string;
};

/** An entry with its own hash. */
export type HashedAuditEntry = AuditEntry & { readonly hash: string };
