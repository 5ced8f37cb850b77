import type { Identity } from "../auth/identity.ts";
import type { WriteRequest } from "../idempotency/writeRequest.ts";
import type { RawParts, Route, RouteAnswer } from "../openapi/route.ts";

/** A write on its way to its handler. */
export interface AskedPassage {
  readonly route: Route;
  /** As they arrived, before validation. */
  readonly parts: RawParts;
  readonly input: RawParts;
  readonly identity: Identity;
  readonly write: WriteRequest;
}

/** Whether a write may go on: by itself, because others agreed, or not yet. */
export type Passage =
  | { readonly kind: "free"; readonly counted?: boolean }
  | { readonly kind: "approved"; readonly approval: string }
  | { readonly kind: "held"; readonly answer: RouteAnswer };
