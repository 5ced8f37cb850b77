/** One write as a member asked for it, known by member, route and Idempotency-Key. */
export interface WriteRequest {
  readonly memberId: number;
  /** Method and path as called, for instance `POST /v1/certificates/42/split`. */
  readonly route: string;
  readonly idempotencyKey: string;
  /** keccak256 of the body as canonical JSON. */
  readonly bodyDigest: string;
  /** What goes on chain: 16 bytes of keccak256(member, route, key), 16 bytes of the body's digest. */
  readonly ref: string;
  /** False when some trace of an earlier attempt exists: its transactions are then looked up before new ones are made. */
  readonly isFresh: boolean;
  /** Counts what this attempt did, for its answer's headers. */
  readonly progress?: WriteProgress;
}

/** Transactions that an attempt at a request made, and those of an earlier attempt that it found. */
export interface WriteProgress {
  made: number;
  found: number;
}
