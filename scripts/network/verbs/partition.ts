import { NetworkError } from "../NetworkError.ts";
import { networkState } from "../networkState.ts";
import { namespaces } from "../validator/namespaces.ts";
import { partitionGroups } from "./partitionGroups.ts";

/** @throws {NetworkError} NOT_ISOLATED */
function isolated(directory: string) {
  const state = networkState.read(directory);
  if (state.isolation === "namespaces") return state;
  const sentence =
    "All validators of this network share the loopback address, where nothing can be cut: a network made by root on Linux with `ip` at hand has them in network namespaces of their own.";
  throw new NetworkError("NOT_ISOLATED", sentence);
}

/** Cuts the links between groups of validators, and mends them. The gateways still reach all of them. */
export const partition = {
  /** Answers the groups. */
  begin(directory: string, text: string): number[][] {
    const { validators } = isolated(directory);
    const groups = partitionGroups(text, validators.length);
    namespaces.partition(directory, groups);
    return groups;
  },

  end(directory: string): void {
    const { validators } = isolated(directory);
    namespaces.heal(
      directory,
      validators.map(({ index }) => index),
    );
  },
} as const;
