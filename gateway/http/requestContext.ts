import type { Identity } from "../auth/identity.ts";
import { ProblemError } from "../errors/problemError.ts";
import type { WriteRequest } from "../idempotency/writeRequest.ts";

/** What is known about a request beside its own fields. */
export interface RequestContext {
  readonly requestId: string;
  /** The block that all of a read stands at. */
  readonly block: number;
  /** Undefined on public routes when nobody is signed in. */
  readonly identity: Identity | undefined;
  /** The signed-in member; throws problem `not-signed-in` otherwise. */
  member(): Identity;
  /** Who the request's proof is good for by now: undefined once its session has ended. For answers that last. */
  identityNow(): Promise<Identity | undefined>;
  /** The write as it is remembered: pass it to the outbox, put its `ref` into the call. Throws on reads. */
  write(): WriteRequest;
}

/** A context from its parts. */
export function requestContext(
  requestId: string,
  identity: Identity | undefined,
  write: WriteRequest | undefined,
  block = 0,
  identityNow: () => Promise<Identity | undefined> = async () => identity,
): RequestContext {
  return {
    requestId,
    block,
    identity,
    identityNow,
    member() {
      if (identity === undefined) throw new ProblemError("not-signed-in", "Sign in first.");
      return identity;
    },
    write() {
      if (write === undefined)
        throw new Error("Only a write with an Idempotency-Key has a reference.");
      return write;
    },
  };
}
