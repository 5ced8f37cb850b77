/** What a gateway states of its audit log at some moment. */
export type AuditCheckpoint = {
  /** Id of the log, made with its database. */
  readonly log: string;
  /** Entries that it covers: all from the first one. */
  readonly size: number;
  /** RFC 6962 root over them. */
  readonly root: string;
  /** RFC 3339. */
  readonly at: string;
};

/** A checkpoint that an account of a member signed. */
export type SignedAuditCheckpoint = AuditCheckpoint & {
  readonly member: number;
  readonly account: string;
  readonly signature: string;
};
