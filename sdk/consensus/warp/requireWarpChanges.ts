import { ConsensusError } from "../../errors/ConsensusError.ts";
import { signedWarpMessage } from "./signedWarpMessage.ts";
import { verifyWarpMessage } from "./verifyWarpMessage.ts";
import { warpSetChange } from "./warpSetChange.ts";
import type { WarpTrust } from "./warpTrust.ts";

/**
 * Checks what was signed about sets: each signed change by a quorum of the set before it. Sets without are pinned.
 *
 * @throws ConsensusError `warp-change-invalid`
 */
export function requireWarpChanges(trust: WarpTrust): void {
  for (const [at, set] of trust.sets.entries()) {
    const before = trust.sets[at - 1];
    if (set.signedChange === undefined || before === undefined) continue;
    try {
      const signed = signedWarpMessage.read(set.signedChange);
      verifyWarpMessage(warpSetChange(trust, set), signed, before.validators);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      const sentence = `The validators from block ${set.fromBlock} on are not confirmed by those before: ${reason}`;
      throw new ConsensusError("warp-change-invalid", sentence, { cause });
    }
  }
}
