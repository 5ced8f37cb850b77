/** The body of an RFC 9457 answer, before its extensions are made JSON. */
export interface Problem {
  /** Stable identifier of the kind of problem. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  /** The request's id, which the logs carry too. */
  readonly instance: string;
  readonly [extension: string]: unknown;
}
