import type { Hex } from "../../chain/hex.ts";
import { ConsensusError } from "../../errors/ConsensusError.ts";
import type { WarpSigner } from "./canonicalWarpSet.ts";
import { signedWarpMessage } from "./signedWarpMessage.ts";
import { verifyWarpMessage } from "./verifyWarpMessage.ts";
import { warpMessage } from "./warpMessage.ts";
import { warpSetsAt } from "./warpSetsAt.ts";
import type { WarpTrust } from "./warpTrust.ts";

/** A block with what validators signed about it. */
export type SignedWarpBlock = {
  readonly number: bigint;
  readonly hash: Hex;
  readonly signedMessage: Hex;
};

/**
 * Checks that a quorum of the validators of a block signed its hash: those of its number, or of a later set, which vouch for the
 * same history when they sign a block that descends from it.
 *
 * @returns who signed
 * @throws ConsensusError with the code of what is wrong, as it is for the block's own set
 */
export function verifyWarpBlock(trust: WarpTrust, block: SignedWarpBlock): readonly WarpSigner[] {
  const { number, hash } = block;
  const signed = signedWarpMessage.read(block.signedMessage);
  const message = warpMessage.ofBlock(trust, hash);
  let first: ConsensusError | undefined;
  for (const { validators } of warpSetsAt(trust, number)) {
    try {
      return verifyWarpMessage(message, signed, validators);
    } catch (error) {
      if (!(error instanceof ConsensusError)) throw error;
      first ??= error;
    }
  }
  const reason = first?.message ?? "There is no set of validators.";
  const details = { ...first?.details, block: number.toString() };
  const code = first?.code ?? "warp-quorum-missing";
  throw new ConsensusError(code, `Block ${number} ${hash}: ${reason}`, { cause: first, details });
}
