import { BaseError, type BaseErrorOptions } from "./BaseError.ts";

export type ConsensusErrorCode =
  | "checkpoint-header-unnamed"
  | "checkpoint-invalid"
  | "checkpoint-ledger-differs"
  | "checkpoint-signature-invalid"
  | "checkpoint-signer-unknown"
  | "checkpoint-signers-invalid"
  | "checkpoint-split-view"
  | "qbft-extra-data-invalid"
  | "qbft-header-invalid"
  | "qbft-hop-untrusted"
  | "qbft-not-next"
  | "qbft-proposer-unknown"
  | "qbft-seal-invalid"
  | "qbft-seal-of-stranger"
  | "qbft-seals-doubled"
  | "qbft-seals-too-few"
  | "qbft-validators-differ"
  | "qbft-validators-missing"
  | "qbft-vote-at-epoch"
  | "warp-block-differs"
  | "warp-block-uncovered"
  | "warp-change-invalid"
  | "warp-message-invalid"
  | "warp-quorum-missing"
  | "warp-signature-invalid"
  | "warp-signer-unknown"
  | "warp-trust-invalid";

/** A block whose consensus is not proved: by its seals, by signed checkpoints, or by signed messages. */
export class ConsensusError extends BaseError {
  override name = "ConsensusError";
  declare readonly code: ConsensusErrorCode;

  constructor(code: ConsensusErrorCode, message: string, options?: BaseErrorOptions) {
    super(code, message, options);
  }
}
