import type { WriteRequest } from "../idempotency/writeRequest.ts";

/** A transaction on its way into the outbox. */
export type Draft = OwnDraft | RelayedDraft;

interface DraftBase {
  readonly request: WriteRequest;
  readonly step: number;
  /** Lower-case address. */
  readonly sender: string;
  readonly recipient: string;
}

/** To be signed here, once its nonce is known. */
export interface OwnDraft extends DraftBase {
  readonly relayed: false;
  /** Answers the signed bytes. */
  readonly sign: (nonce: number) => Promise<string>;
  /** Its key is elsewhere: it is signed before anything is locked, with the nonce that is likely next. */
  readonly isRemote: boolean;
  /** What was signed so; good only while the nonce is still next. */
  readonly signed?: SignedAhead;
}

/** Bytes that were signed before their nonce was taken. */
export interface SignedAhead {
  readonly nonce: number;
  readonly raw: string;
}

/** Signed elsewhere. */
export interface RelayedDraft extends DraftBase {
  readonly relayed: true;
  readonly nonce: number;
  readonly raw: string;
}
