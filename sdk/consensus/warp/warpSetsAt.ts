import type { WarpSet, WarpTrust } from "./warpTrust.ts";

/**
 * The sets whose signature counts for a block: that of its number and those after it, which could as well sign a block that
 * descends from it. Sets before it do not: their keys may have been given away.
 */
export function warpSetsAt({ sets }: Pick<WarpTrust, "sets">, block: bigint): readonly WarpSet[] {
  return sets.slice(
    Math.max(
      0,
      sets.findLastIndex(({ fromBlock }) => fromBlock <= block),
    ),
  );
}
