import { subnetConfig } from "../../genesis/subnetConfig.ts";
import { addValidatorKeys } from "../../keys/addValidatorKeys.ts";
import { type NetworkKeys, networkKeys } from "../../keys/networkKeys.ts";
import { type NetworkState, networkState } from "../../networkState.ts";
import { PlatformClient } from "../../platform/PlatformClient.ts";
import { readStakers, type Staker } from "../../platform/readStakers.ts";
import { stakeValidator } from "../../platform/stakeValidator.ts";
import { awaitValidators } from "../../validator/awaitValidators.ts";
import { validatorPlace } from "../../validator/validatorPlace.ts";
import { writeValidatorKeys } from "../../validator/writeValidatorKeys.ts";
import type { NetworkOptions } from "../NetworkOptions.ts";
import { answeringUrl } from "./answeringUrl.ts";
import { changeByMembers } from "./changeByMembers.ts";
import { recordValidatorSet } from "./recordValidatorSet.ts";
import { startNewValidator } from "./startNewValidator.ts";

/** A validator that was added. */
export interface AddedValidator {
  readonly index: number;
  readonly nodeId: string;
  /** Of the change of the set, CB58. */
  readonly transactionId: string;
  /** From this block on its signature counts. */
  readonly fromBlock: string;
}

/** The engine takes a year at most, counted from when the transaction is committed. */
const STAKE_SECONDS = 364 * 86_400;

type Validator = NetworkState["validators"][number];

/** One that a command which was cut off had begun to add, or a new one. */
async function begun(directory: string, state: NetworkState, set: readonly Staker[]) {
  const isIn = ({ nodeId }: Validator) => set.some((known) => known.nodeId === nodeId);
  const unfinished = state.validators.find((each) => each.retired !== true && !isIn(each));
  if (unfinished !== undefined) return { state, validator: unfinished };
  const keys = await addValidatorKeys(directory);
  const index = keys.validators.length;
  const own = keys.validators[index - 1];
  if (own === undefined) throw new Error("The new validator has no keys.");
  await writeValidatorKeys(directory, index, own);
  const place = await validatorPlace(directory, state.isolation, index);
  const rpcUrl = `http://${place.host}:${place.httpPort}/ext/bc/${state.blockchainId}/rpc`;
  const weight = String(subnetConfig.validatorWeight);
  const { nodeId, publicKey } = own;
  const validator = { index, nodeId, ...place, rpcUrl, warpUrl: rpcUrl, publicKey, weight };
  const grown = { ...state, validators: [...state.validators, validator] };
  await networkState.write(directory, grown);
  return { state: grown, validator };
}

async function stakeOf(url: string, keys: NetworkKeys, { index, nodeId }: Validator) {
  const find = async () => (await readStakers(url)).find((staker) => staker.nodeId === nodeId);
  const already = await find();
  if (already !== undefined) return already;
  const own = keys.validators[index - 1];
  if (own === undefined) throw new Error(`Validator ${index} has no keys.`);
  const end = BigInt(Math.floor(Date.now() / 1_000) + STAKE_SECONDS);
  const platform = new PlatformClient(url, keys.fundingSecret);
  await stakeValidator(platform, keys.fundingSecret, { ...own, end });
  const staked = await find();
  if (staked === undefined) throw new Error(`${nodeId} has no stake although it was taken.`);
  return staked;
}

/** Adds a validator to a running ledger, by the members' keys. Cut off half-way, the next call goes on with the same one. */
export async function addValidator({ directory, tell }: NetworkOptions): Promise<AddedValidator> {
  const before = networkState.read(directory);
  const { subnetId = "" } = before;
  const url = await answeringUrl(before);
  const { state, validator } = await begun(directory, before, await readStakers(url, subnetId));
  const { index, nodeId, weight } = validator;
  tell(`Starting validator ${index}, ${nodeId}…`);
  await startNewValidator({ directory, tell }, state, validator);
  const keys = await networkKeys(directory, { validators: 0, members: 0, threshold: 0 });
  tell("Staking for it on the network below the ledger…");
  const stake = await stakeOf(url, keys, validator);
  tell(`Adding it to the ledger's validators by ${keys.threshold} members' keys…`);
  const end = BigInt(stake.end);
  const added = { kind: "add", subnetId, nodeId, weight: BigInt(weight), end } as const;
  const transactionId = await changeByMembers(url, keys, added);
  const fromBlock = (await recordValidatorSet(directory, state)).toString();
  tell("Waiting until it has all blocks…");
  await awaitValidators(directory, state, "chain", [index]);
  return { index, nodeId, transactionId, fromBlock };
}
