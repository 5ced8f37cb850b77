import { type ProblemCode, problemTable } from "./problemTable.ts";

/** Members of a problem document beside the standard ones; JSON values, integers of any size as `bigint`. */
export type ProblemExtensions = Readonly<Record<string, unknown>>;

/** A refusal that is told to the client as an RFC 9457 problem. `message` is the problem's `detail`. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly code: ProblemCode;
  readonly extensions: ProblemExtensions;

  constructor(code: ProblemCode, detail: string, extensions: ProblemExtensions = {}) {
    super(detail);
    this.code = code;
    this.extensions = extensions;
  }

  /** The HTTP status that the table gives this code. */
  get status(): number {
    return problemTable[this.code].status;
  }
}
