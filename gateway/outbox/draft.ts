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
}

/** Signed elsewhere. */
export interface RelayedDraft extends DraftBase {
  readonly relayed: true;
  readonly nonce: number;
  readonly raw: string;
}
