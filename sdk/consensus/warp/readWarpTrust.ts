import { firstIssue } from "../../chain/firstIssue.ts";
import { ConsensusError } from "../../errors/ConsensusError.ts";
import { canonicalWarpSet } from "./canonicalWarpSet.ts";
import { requireWarpChanges } from "./requireWarpChanges.ts";
import type { WarpTrust } from "./warpTrust.ts";
import { warpTrustForm } from "./warpTrustForm.ts";

/**
 * Reads whose signatures about blocks count: the JSON of `validators.json`. Keys must be points, and a set's `signedChange` must
 * be signed by a quorum of the set before.
 *
 * @throws ConsensusError `warp-trust-invalid`, `warp-change-invalid`
 */
export function readWarpTrust(json: unknown): WarpTrust {
  const read = warpTrustForm.safeParse(json);
  if (!read.success) {
    const sentence = `That does not say who signs blocks: ${firstIssue(read.error)}.`;
    throw new ConsensusError("warp-trust-invalid", sentence, { cause: read.error });
  }
  const { networkId, blockchainId, sets } = read.data;
  const trust = { networkId, blockchainId, sets };
  for (const { validators } of sets) canonicalWarpSet(validators);
  requireWarpChanges(trust);
  return trust;
}
