import type { WarpTrust } from "../../sdk/index.ts";
import type { EvidenceBundle } from "../../sdk/provenance/index.ts";

/** The file of who trusts validators that sign on request, for the ledger of a bundle. */
export function warpTrustFile(
  { chainId, genesis, contracts }: EvidenceBundle,
  warp: WarpTrust,
): string {
  const file = { kind: "warp", chainId, genesis, contracts, ...warp };
  return JSON.stringify(file, (_, it) => (typeof it === "bigint" ? it.toString() : it));
}
