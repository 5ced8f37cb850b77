import { pvm } from "@avalabs/avalanchejs";
import { networkState } from "../../networkState.ts";
import { readStakers } from "../../platform/readStakers.ts";
import { readSubnetOwners } from "../../platform/readSubnetOwners.ts";
import { readValidatorEnds } from "../../platform/readValidatorEnds.ts";
import { answeringUrl } from "./answeringUrl.ts";

/** The ledger's validators as the P-chain has them, and who may change them. */
export interface ValidatorList {
  readonly validators: readonly {
    /** In this network's directory; null for a node that isn't run from here. */
    readonly index: number | null;
    readonly nodeId: string;
    readonly weight: string;
    readonly connected: boolean | null;
    /** RFC 3339. */
    readonly endsAt: string | null;
    readonly days: number | null;
  }[];
  /** P-chain addresses of the members' keys, and how many of them sign a change. */
  readonly owners: readonly string[];
  readonly threshold: number;
  readonly warnings: readonly string[];
}

/** Asks the P-chain who validates the ledger. */
export async function listValidators(directory: string): Promise<ValidatorList> {
  const state = networkState.read(directory);
  const url = await answeringUrl(state);
  const { subnetId = "" } = state;
  const [set, ends, owned] = await Promise.all([
    readStakers(url, subnetId),
    readValidatorEnds(state),
    readSubnetOwners(new pvm.PVMApi(url), subnetId),
  ]);
  const validators = set.map(({ nodeId, weight, connected = null }) => {
    const index = state.validators.find((known) => known.nodeId === nodeId)?.index ?? null;
    const { endsAt = null, days = null } = ends.find((end) => end.nodeId === nodeId) ?? {};
    return { index, nodeId, weight: weight.toString(), connected, endsAt, days };
  });
  const inOrder = validators.toSorted((one, other) => (one.index ?? 0) - (other.index ?? 0));
  return { validators: inOrder, ...owned, warnings: ends.flatMap(({ warning }) => warning ?? []) };
}
