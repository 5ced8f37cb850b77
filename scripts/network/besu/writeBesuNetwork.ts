import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Wallet } from "ethers";
import { qbftQuorum } from "../../../sdk/consensus/qbft/qbftQuorum.ts";
import { BesuError } from "./BesuError.ts";
import { besuGenesis } from "./besuGenesis.ts";
import { besuGenesisHeader } from "./besuGenesisHeader.ts";
import type { BesuNetwork } from "./besuNetworkSchema.ts";
import type { BesuNode } from "./besuNode.ts";
import { besuNodeConfig } from "./besuNodeConfig.ts";
import { besuStartPage } from "./besuStartPage.ts";
import { enodeOf } from "./enodeOf.ts";
import { type BesuNodesWanted, planBesuNodes } from "./planBesuNodes.ts";
import { tomlOf } from "./tomlOf.ts";

/** A network to be written. */
export interface BesuNetworkWanted extends BesuNodesWanted {
  readonly directory: string;
  readonly chainId: number;
  /** In seconds; of block 0. */
  readonly timestamp: number;
  readonly emptyBlockSeconds?: number | undefined;
  /** Accounts that may send transactions to begin with; an operator's account is made here without any. */
  readonly accounts: readonly string[];
}

const STATUS = "Generated and checked by its documentation; Besu itself was not run.";
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const secret = { mode: 0o600, flag: "wx" };

async function accountsOf({ accounts, directory }: BesuNetworkWanted): Promise<string[]> {
  if (accounts.length > 0) return accounts.map((each) => each.toLowerCase());
  const { address, privateKey } = Wallet.createRandom();
  await writeFile(join(directory, "operator.key"), `${privateKey}\n`, secret);
  return [address.toLowerCase()];
}

async function writeNode(
  node: BesuNode,
  { directory, chainId }: BesuNetworkWanted,
  shared: { readonly genesis: string; readonly enodes: string[]; readonly accounts: string[] },
): Promise<void> {
  const folder = join(directory, node.name);
  const own = enodeOf(node);
  await mkdir(folder);
  const files = {
    "genesis.json": shared.genesis,
    "config.toml": tomlOf(
      [
        `${node.name} of chain ${chainId}. ${STATUS}`,
        "Start it in this folder: besu --config-file=config.toml",
      ],
      { ...besuNodeConfig(node, chainId) },
    ),
    "permissions_config.toml": tomlOf(["The same on every node."], {
      "accounts-allowlist": shared.accounts,
      "nodes-allowlist": shared.enodes,
    }),
    "static-nodes.json": json(shared.enodes.filter((enode) => enode !== own)),
    "key.pub": `0x${node.publicKey}\n`,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  if (node.privateKey !== undefined)
    await writeFile(join(folder, "key"), `${node.privateKey}\n`, secret);
}

function describe(
  wanted: BesuNetworkWanted,
  nodes: readonly BesuNode[],
  rest: Pick<BesuNetwork, "genesisHash" | "accounts">,
): BesuNetwork {
  const validators = nodes.filter(({ role }) => role === "validator");
  return {
    engine: "besu",
    status: STATUS,
    chainId: wanted.chainId,
    validators: validators.map(({ address }) => address).sort(),
    quorum: qbftQuorum(validators.length),
    ...rest,
    nodes: nodes.map((node) => {
      const { "rpc-http-host": host } = besuNodeConfig(node, wanted.chainId);
      const rpcUrl = `http://${host}:${node.rpcPort}`;
      const metricsUrl = `http://${host}:${node.metricsPort}/metrics`;
      const { name, role, address } = node;
      return { name, role, address, enode: enodeOf(node), rpcUrl, metricsUrl };
    }),
  };
}

/**
 * Writes a folder a node, each to be carried to its machine, and `network.json` and `START.md` beside them. Never over
 * another network: its keys would be lost.
 *
 * @throws BesuError `besu-network-exists`, `besu-options-invalid`, `besu-genesis-invalid`
 */
export async function writeBesuNetwork(wanted: BesuNetworkWanted): Promise<BesuNetwork> {
  const { directory, chainId, timestamp, emptyBlockSeconds } = wanted;
  const nodes = planBesuNodes(wanted);
  const validators = nodes.filter(({ role }) => role === "validator").map(({ address }) => address);
  const genesis = besuGenesis({ chainId, timestamp, emptyBlockSeconds, validators });
  if (existsSync(join(directory, "genesis.json"))) {
    const sentence = `${directory} holds a network, whose keys would be lost. Name another folder.`;
    throw new BesuError("besu-network-exists", sentence);
  }
  await mkdir(directory, { recursive: true });
  const accounts = await accountsOf(wanted);
  const genesisHash = besuGenesisHeader(genesis).hash;
  const network = describe(wanted, nodes, { genesisHash, accounts });
  const shared = { genesis: json(genesis), enodes: nodes.map(enodeOf), accounts };
  for (const node of nodes) await writeNode(node, wanted, shared);
  await writeFile(join(directory, "network.json"), json(network));
  await writeFile(join(directory, "START.md"), besuStartPage(network));
  await writeFile(join(directory, "genesis.json"), shared.genesis);
  return network;
}
