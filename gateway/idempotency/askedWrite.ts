/** A write as a member asked for it. */
export interface AskedWrite {
  readonly memberId: number;
  /** Method and path as called, for instance `POST /v1/certificates/42/split`. */
  readonly route: string;
  readonly idempotencyKey: string;
  readonly body: unknown;
}
