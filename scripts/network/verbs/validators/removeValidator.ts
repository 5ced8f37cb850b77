import { networkKeys } from "../../keys/networkKeys.ts";
import { NetworkError } from "../../NetworkError.ts";
import { type NetworkState, networkState } from "../../networkState.ts";
import { readStakers } from "../../platform/readStakers.ts";
import type { NetworkOptions } from "../NetworkOptions.ts";
import { answeringUrl } from "./answeringUrl.ts";
import { changeByMembers } from "./changeByMembers.ts";
import { recordValidatorSet } from "./recordValidatorSet.ts";

/** A validator that was removed. */
export interface RemovedValidator {
  readonly index: number;
  readonly nodeId: string;
  /** CB58; null where the P-chain had it no more already. */
  readonly transactionId: string | null;
  /** From this block on its signature counts no more. */
  readonly fromBlock: string;
}

/** With fewer the chain stands still as soon as one is away. */
const FEWEST = 4;

function retire(state: NetworkState, index: number): NetworkState {
  const validators = state.validators.map((each) => {
    const { rpcUrl: _rpc, warpUrl: _warp, ...rest } = each;
    return each.index === index ? { ...rest, retired: true } : each;
  });
  return { ...state, validators };
}

/**
 * Removes a validator of the ledger by the members' keys. Its node goes on: its stake in the network below the ledger can't
 * be taken back, and that network stands still when a quarter of all stake is away.
 *
 * @throws {NetworkError} TOO_FEW_VALIDATORS, VALIDATOR_UNKNOWN
 */
export async function removeValidator(
  { directory, tell }: NetworkOptions,
  index: number,
): Promise<RemovedValidator> {
  const state = networkState.read(directory);
  const validator = state.validators.find((each) => each.index === index && each.retired !== true);
  if (validator === undefined) {
    throw new NetworkError("VALIDATOR_UNKNOWN", `The ledger has no validator ${index}.`, 3);
  }
  const { nodeId } = validator;
  const { subnetId = "" } = state;
  const url = await answeringUrl(state);
  const set = await readStakers(url, subnetId);
  const others = set.filter((each) => each.nodeId !== nodeId).length;
  if (others < FEWEST) {
    const sentence = `${others} validators would be left, and ${FEWEST} are needed: add one first.`;
    throw new NetworkError("TOO_FEW_VALIDATORS", sentence);
  }
  const keys = await networkKeys(directory, { validators: 0, members: 0, threshold: 0 });
  tell(`Removing ${nodeId} by ${keys.threshold} members' keys…`);
  const isThere = others < set.length;
  const removed = { kind: "remove", subnetId, nodeId } as const;
  const transactionId = isThere ? await changeByMembers(url, keys, removed) : null;
  const left = retire(state, index);
  await networkState.write(directory, left);
  const fromBlock = (await recordValidatorSet(directory, left)).toString();
  return { index, nodeId, transactionId, fromBlock };
}
