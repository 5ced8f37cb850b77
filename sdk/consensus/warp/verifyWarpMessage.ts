import { ConsensusError } from "../../errors/ConsensusError.ts";
import { canonicalWarpSet, type WarpSigner } from "./canonicalWarpSet.ts";
import type { SignedWarpMessage } from "./signedWarpMessage.ts";
import { warpBytes } from "./warpBytes.ts";
import { type WarpPoint, warpCurve } from "./warpCurve.ts";
import { warpSigners } from "./warpSigners.ts";
import type { WarpValidator } from "./warpTrust.ts";

function invalid(cause?: unknown): ConsensusError {
  const sentence = "The signature is not that of the validators whose bits are set.";
  return new ConsensusError("warp-signature-invalid", sentence, { cause });
}

function pointOf(signature: Uint8Array): WarpPoint {
  try {
    return warpCurve.pointOf(signature);
  } catch (cause) {
    throw invalid(cause);
  }
}

/**
 * Checks that a quorum of a set signed a message, and nothing else.
 *
 * @throws ConsensusError `warp-block-differs`, `warp-signer-unknown`, `warp-quorum-missing`, `warp-signature-invalid`
 */
export function verifyWarpMessage(
  message: Uint8Array,
  signed: SignedWarpMessage,
  validators: readonly WarpValidator[],
): readonly WarpSigner[] {
  if (!warpBytes.isEqual(message, signed.unsigned)) {
    const sentence = "What was signed is about another block, chain or network.";
    throw new ConsensusError("warp-block-differs", sentence);
  }
  const { signers, key } = warpSigners(canonicalWarpSet(validators), signed.signers);
  const signature = pointOf(signed.signature);
  if (warpCurve.holds([{ key, message: warpCurve.hash(message) }], signature)) return signers;
  throw invalid();
}
