/** Every problem that the gateway itself raises: stable code, HTTP status, title. Ledger refusals come beside these. */
export const problemTable = {
  "malformed-json": { status: 400, title: "The body is not JSON" },
  "invalid-request": { status: 400, title: "The request does not have the declared shape" },
  "unstorable-text": { status: 400, title: "The request holds text that cannot be stored" },
  "idempotency-key-missing": { status: 400, title: "A write needs an Idempotency-Key" },
  "idempotency-key-invalid": { status: 400, title: "The Idempotency-Key is not usable" },
  "invalid-transaction": { status: 400, title: "The signed transaction is not acceptable" },
  "not-signed-in": { status: 401, title: "Sign in first" },
  "demo-sign-in-disabled": { status: 403, title: "Demo sign-in is disabled" },
  "not-permitted": { status: 403, title: "Not permitted" },
  "second-person-needed": { status: 403, title: "Another person must decide this" },
  "scope-missing": { status: 403, title: "The sign-in is not good for this" },
  "cross-site-write": { status: 403, title: "Cross-site writes are refused" },
  "foreign-transaction": {
    status: 403,
    title: "The transaction is not the caller's, or not for this ledger",
  },
  "not-found": { status: 404, title: "Not found" },
  "method-not-allowed": { status: 405, title: "Method not allowed" },
  "request-in-flight": { status: 409, title: "The same request is being carried out" },
  "ledger-refused": { status: 409, title: "The ledger refused" },
  conflict: { status: 409, title: "The request does not fit the present state" },
  "approval-ended": { status: 409, title: "The request was not approved" },
  "body-too-large": { status: 413, title: "The body is too large" },
  "unsupported-media-type": { status: 415, title: "The body's media type is not supported" },
  "idempotency-key-reused": {
    status: 422,
    title: "The Idempotency-Key was used for another request",
  },
  unprocessable: { status: 422, title: "The request is understood and cannot be carried out" },
  "too-many-requests": { status: 429, title: "Too many requests" },
  "internal-error": { status: 500, title: "Internal error" },
  "ledger-unreachable": { status: 503, title: "The ledger cannot be reached" },
  "writes-closed": { status: 503, title: "Writes are closed for now" },
  "transaction-refused": {
    status: 422,
    title: "The ledger's node does not take the transaction",
  },
  "signer-unsettled": { status: 503, title: "Writes of this account stay closed for now" },
  "transaction-displaced": { status: 503, title: "The transaction can no longer be included" },
  "signer-missing": { status: 403, title: "The gateway holds no key for this account" },
  "projection-behind": { status: 503, title: "The projection has not reached the block" },
  "console-missing": { status: 404, title: "The console is not built" },
} as const satisfies Record<string, { status: number; title: string }>;

/** Stable code of a problem. */
export type ProblemCode = keyof typeof problemTable;
