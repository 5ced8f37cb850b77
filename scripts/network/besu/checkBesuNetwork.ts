import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import { QbftFollower } from "../../../sdk/consensus/qbft/QbftFollower.ts";
import { readQbftExtraData } from "../../../sdk/consensus/qbft/readQbftExtraData.ts";
import { BesuError } from "./BesuError.ts";
import { besuConfigSchema } from "./besuConfigSchema.ts";
import { besuGenesisHeader } from "./besuGenesisHeader.ts";
import { besuGenesisSchema } from "./besuGenesisSchema.ts";
import { type BesuNetwork, besuNetworkSchema } from "./besuNetworkSchema.ts";
import { nodeIdentity } from "./nodeIdentity.ts";
import { readToml } from "./readToml.ts";

type Node = BesuNetwork["nodes"][number];
const sameList = (a: readonly string[], b: readonly string[]) =>
  JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());

function checked<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const issues = read.error.issues.map(({ path, message }) => [...path, message].join(": "));
  const sentence = `${file}: ${issues.join("; ")}.`;
  throw new BesuError("besu-config-invalid", sentence, { cause: read.error });
}

function genesisFindings(network: BesuNetwork, text: string): string[] {
  const genesis = checked("genesis.json", besuGenesisSchema, JSON.parse(text));
  const header = besuGenesisHeader(genesis);
  const { round, vote, seals } = readQbftExtraData(genesis.extraData);
  const { validators } = QbftFollower.fromGenesis(header).state;
  const own = network.nodes
    .filter(({ role }) => role === "validator")
    .map(({ address }) => address);
  return [
    ...(header.hash === network.genesisHash ? [] : [`genesis.json makes block ${header.hash}.`]),
    ...(genesis.config.chainId === network.chainId ? [] : ["genesis.json is of another chain."]),
    ...(sameList(validators, network.validators) && sameList(validators, own)
      ? []
      : ["The validators in genesis.json are not the network's."]),
    ...(round === 0 && vote === undefined && seals.length === 0
      ? []
      : ["The genesis has a round, a vote or seals."]),
  ];
}

async function keyFindings(folder: string, { name, enode, address }: Node): Promise<string[]> {
  const file = join(folder, "key");
  if (!existsSync(file)) return [];
  const own = nodeIdentity((await readFile(file, "utf8")).trim());
  const { mode } = await stat(file);
  return [
    ...(enode.startsWith(`enode://${own.publicKey}@`) && own.address === address
      ? []
      : [`${name}/key is not the key of its enode URL.`]),
    ...((mode & 0o077) === 0 ? [] : [`${name}/key can be read by others.`]),
  ];
}

async function nodeFindings(
  directory: string,
  network: BesuNetwork,
  node: Node,
): Promise<string[]> {
  const { name, enode } = node;
  const folder = join(directory, name);
  const read = (file: string) => readFile(join(folder, file), "utf8");
  const toml = async (file: string) => readToml(`${name}/${file}`, await read(file));
  const config = checked(`${name}/config.toml`, besuConfigSchema.node, await toml("config.toml"));
  const lists = checked(
    `${name}/permissions_config.toml`,
    besuConfigSchema.permissions,
    await toml("permissions_config.toml"),
  );
  const peers = checked(
    `${name}/static-nodes.json`,
    besuConfigSchema.staticNodes,
    JSON.parse(await read("static-nodes.json")),
  );
  const enodes = network.nodes.map((each) => each.enode);
  const place = `@${config["p2p-host"]}:${config["p2p-port"]}`;
  const same =
    (await read("genesis.json")) === (await readFile(join(directory, "genesis.json"), "utf8"));
  const rules: readonly (readonly [boolean, string])[] = [
    [same, `${name} has another genesis.json.`],
    [config["network-id"] === network.chainId, `${name}/config.toml is of another network.`],
    [enode.endsWith(place), `${name}/config.toml listens elsewhere than its enode URL says.`],
    [sameList(lists["nodes-allowlist"], enodes), `${name} allows other nodes than the network's.`],
    [sameList(lists["accounts-allowlist"], network.accounts), `${name} allows other accounts.`],
    [
      sameList(
        peers,
        enodes.filter((each) => each !== enode),
      ),
      `${name} looks for other nodes.`,
    ],
  ];
  const broken = rules.filter(([holds]) => !holds).map(([, sentence]) => sentence);
  return [...broken, ...(await keyFindings(folder, node))];
}

/**
 * Reads a network's files back and says what does not belong together; an empty list when all does.
 *
 * @throws BesuError `besu-config-invalid`, `besu-toml-invalid` for what is against Besu's documentation;
 * ConsensusError where the genesis lists no validators as QBFT does
 */
export async function checkBesuNetwork(directory: string): Promise<string[]> {
  const read = (file: string) => readFile(join(directory, file), "utf8");
  const network = checked(
    "network.json",
    besuNetworkSchema,
    JSON.parse(await read("network.json")),
  );
  const findings = genesisFindings(network, await read("genesis.json"));
  for (const node of network.nodes)
    findings.push(...(await nodeFindings(directory, network, node)));
  return findings;
}
