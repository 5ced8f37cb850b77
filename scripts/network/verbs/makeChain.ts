import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Wallet } from "ethers";
import { z } from "zod";
import { writeDurably } from "../../ledger/writeDurably.ts";
import { secretsOf } from "../../stack/secretsOf.ts";
import { engineVersion } from "../engine/engineVersion.ts";
import { chainConfigs } from "../genesis/chainConfigs.ts";
import { ledgerGenesis } from "../genesis/ledgerGenesis.ts";
import { subnetConfig } from "../genesis/subnetConfig.ts";
import { chainOperatorKey } from "../keys/chainOperatorKey.ts";
import type { NetworkKeys } from "../keys/networkKeys.ts";
import { type NetworkState, networkState } from "../networkState.ts";
import { addSubnetValidator } from "../platform/addSubnetValidator.ts";
import { createChain } from "../platform/createChain.ts";
import { createSubnet } from "../platform/createSubnet.ts";
import { PlatformClient } from "../platform/PlatformClient.ts";
import { platformAddress } from "../platform/platformAddress.ts";
import { subnetOwners } from "../platform/subnetOwners.ts";
import { askValidator } from "../validator/askValidator.ts";

const stakers = z.object({
  validators: z.array(z.object({ nodeID: z.string(), endTime: z.string() })),
});

async function currentValidators(url: string, subnetID?: string): Promise<Map<string, bigint>> {
  const scope = subnetID === undefined ? {} : { subnetID };
  const answer = await askValidator(`${url}/ext/bc/P`, "platform.getCurrentValidators", scope);
  const { validators } = stakers.parse(answer);
  return new Map(validators.map(({ nodeID, endTime }) => [nodeID, BigInt(endTime)]));
}

async function genesisOf(directory: string, { chainId }: NetworkState) {
  const { operatorKey, deployerKey } = await secretsOf(directory);
  const { address: operator } = await chainOperatorKey.open(directory);
  const [deployer, firstMember] = [deployerKey, operatorKey].map((key) => new Wallet(key).address);
  const genesis = ledgerGenesis({ chainId, operator, deployer: deployer ?? "", firstMember });
  await writeDurably(join(directory, "ledger-genesis.json"), JSON.stringify(genesis, null, 2));
  return genesis;
}

async function writeChainFiles(directory: string, subnetId: string, blockchainId: string) {
  const subnet = join(directory, "configs", "subnets", `${subnetId}.json`);
  await writeDurably(subnet, JSON.stringify(subnetConfig.file, null, 2));
  const chain = join(directory, "configs", "chains", blockchainId);
  await mkdir(chain, { recursive: true });
  await writeDurably(join(chain, "config.json"), JSON.stringify(chainConfigs.ledger, null, 2));
}

/**
 * Makes the ledger's subnet, its validators and its chain on a network whose validators are healthy, and records each as
 * soon as it is made: cut off half-way it goes on where it was. The validators must be started again to follow it.
 */
export async function makeChain(
  directory: string,
  state: NetworkState,
  keys: NetworkKeys,
): Promise<NetworkState> {
  const [first] = state.validators;
  const url = `http://${first?.host}:${first?.httpPort}`;
  const platform = new PlatformClient(url, keys.fundingSecret);
  const members = keys.memberSecrets.map(platformAddress);
  const owners = subnetOwners(members, keys.threshold, keys.memberSecrets);
  const subnetId = state.subnetId ?? (await createSubnet(platform, owners));
  await networkState.write(directory, { ...state, subnetId });
  const [ends, already] = await Promise.all([
    currentValidators(url),
    currentValidators(url, subnetId),
  ]);
  const missing = state.validators.filter(({ nodeId }) => !already.has(nodeId));
  const genesis = await genesisOf(directory, state);
  const chain = { subnetId, name: "tallystick", vmId: engineVersion.vmId, genesis };
  const [blockchainId] = await Promise.all([
    state.blockchainId ?? createChain(platform, owners, chain),
    ...missing.map(({ nodeId, weight }) =>
      addSubnetValidator(platform, owners, {
        subnetId,
        nodeId,
        weight: BigInt(weight),
        end: ends.get(nodeId) ?? 0n,
      }),
    ),
  ]);
  await writeChainFiles(directory, subnetId, blockchainId);
  const validators = state.validators.map((validator) => {
    const rpcUrl = `http://${validator.host}:${validator.httpPort}/ext/bc/${blockchainId}/rpc`;
    return { ...validator, rpcUrl, warpUrl: rpcUrl };
  });
  const made = { ...state, subnetId, blockchainId, validators };
  await networkState.write(directory, made);
  return made;
}
