import { Context, utils } from "@avalabs/avalanchejs";
import { subnetConfig } from "../../genesis/subnetConfig.ts";
import { networkKeys } from "../../keys/networkKeys.ts";
import { NetworkError } from "../../NetworkError.ts";
import { networkState } from "../../networkState.ts";
import { platformAddress } from "../../platform/platformAddress.ts";
import { proposeChange } from "../../platform/proposeChange.ts";
import { readStakers } from "../../platform/readStakers.ts";
import type { TransactionFile } from "../../platform/transactionFile.ts";
import { answeringUrl } from "./answeringUrl.ts";

/** What a proposal is made of; what isn't said is this network's own. */
export interface ProposalOptions {
  /** `NodeID-...`; what owners change needs none. */
  readonly node?: string;
  readonly owners?: readonly string[];
  readonly payer?: string;
  readonly weight?: bigint;
  readonly url?: string;
  readonly subnet?: string;
  /** Who owns the subnet from then on, and how many of them sign. */
  readonly to?: readonly string[];
  readonly threshold?: bigint;
}

async function ownPayer(directory: string, url: string): Promise<string> {
  const { fundingSecret } = await networkKeys(directory, {
    ...{ validators: 0, members: 0, threshold: 0 },
  });
  const { hrp } = await Context.getContextFromURI(url);
  return utils.format("P", hrp, platformAddress(fundingSecret));
}

/** A validator that is added stays one as long as its own stake lasts. */
async function endOf(url: string, nodeId: string): Promise<bigint> {
  const stake = (await readStakers(url)).find((each) => each.nodeId === nodeId);
  if (stake !== undefined) return BigInt(stake.end);
  const sentence = `${nodeId} has no stake in the network below the ledger, and needs one first.`;
  throw new NetworkError("STAKE_MISSING", sentence);
}

function incomplete(what: string): NetworkError {
  return new NetworkError("PROPOSAL_INCOMPLETE", `This change needs ${what}.`, 3);
}

/**
 * A change of the ledger's validators or of the subnet's owners, for its owners to sign.
 *
 * @throws {NetworkError} STAKE_MISSING, PROPOSAL_INCOMPLETE, NO_NETWORK where `url`, `subnet` and `payer` aren't all given
 */
export async function proposeValidator(
  directory: string,
  kind: "add" | "remove" | "owners",
  options: ProposalOptions,
): Promise<TransactionFile> {
  const { node: nodeId, owners = [], payer, weight, url: given, subnet, to, threshold } = options;
  const url = given ?? (await answeringUrl(networkState.read(directory)));
  const subnetId = subnet ?? networkState.read(directory).subnetId ?? "";
  const signers = { payer: payer ?? (await ownPayer(directory, url)), owners };
  if (kind === "owners") {
    if (to === undefined || threshold === undefined) throw incomplete("--to and --threshold");
    const owned = { kind, subnetId, newOwners: to, newThreshold: Number(threshold) };
    return proposeChange(url, owned, signers);
  }
  if (nodeId === undefined) throw incomplete("--node");
  if (kind === "remove") return proposeChange(url, { kind, subnetId, nodeId }, signers);
  const end = await endOf(url, nodeId);
  const its = weight ?? BigInt(subnetConfig.validatorWeight);
  return proposeChange(url, { kind, subnetId, nodeId, end, weight: its }, signers);
}
