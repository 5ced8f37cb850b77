import { isIPv4 } from "node:net";
import { Wallet } from "ethers";
import { BesuError } from "./BesuError.ts";
import type { BesuNode } from "./besuNode.ts";
import { nodeIdentity } from "./nodeIdentity.ts";

/** How many nodes, and where. */
export interface BesuNodesWanted {
  /** 4 at least: fewer don't survive the loss of one. */
  readonly validators: number;
  /** Nodes that gateways and auditors ask and that seal nothing. */
  readonly readers: number;
  /** One IPv4 address a node, validators first; all on this machine, on ports of their own, without it. */
  readonly hosts?: readonly string[] | undefined;
  /** Enode URLs of nodes whose owners made their keys themselves, validators first. */
  readonly enodes?: readonly string[] | undefined;
}

type Place = Pick<BesuNode, "host" | "p2pPort" | "rpcPort" | "metricsPort">;
type Key = Pick<BesuNode, "publicKey" | "address" | "privateKey">;

const refuse = (sentence: string) => new BesuError("besu-options-invalid", sentence);

function placeOf(host: string, p2pPort: number, offset: number): Place {
  // Besu takes names of hosts in enode URLs only with an early-access option.
  if (!isIPv4(host)) throw refuse(`${host} is no IPv4 address, which Besu's enode URLs need.`);
  return { host, p2pPort, rpcPort: 8545 + offset, metricsPort: 9545 + offset };
}

function madeHere(): Key {
  const { privateKey } = Wallet.createRandom();
  return { ...nodeIdentity(privateKey), privateKey };
}

function fromEnode(url: string): Place & Key {
  const match = /^enode:\/\/([0-9a-f]{128})@([^:]+):(\d{1,5})$/.exec(url.trim());
  const [, key = "", host = "", port = ""] = match ?? [];
  if (match === null) throw refuse(`${url} is no enode URL.`);
  return { ...placeOf(host, Number(port), 0), ...nodeIdentity(key), privateKey: undefined };
}

/**
 * The nodes of a network, validators first.
 *
 * @throws BesuError `besu-options-invalid`
 */
export function planBesuNodes({ validators, readers, hosts, enodes }: BesuNodesWanted): BesuNode[] {
  const count = validators + readers;
  if (validators < 4)
    throw refuse(`${validators} validators stop when one fails; take 4 at least.`);
  if (hosts !== undefined && enodes !== undefined) {
    throw refuse("Enode URLs say where their nodes are; give hosts or enodes.");
  }
  for (const [what, list] of Object.entries({ hosts, enodes })) {
    if (list === undefined || list.length === count) continue;
    throw refuse(`There are ${list.length} ${what} for ${count} nodes.`);
  }
  const nodes = Array.from({ length: count }, (_, index): BesuNode => {
    const role = index < validators ? "validator" : "reader";
    const name = `${role}-${role === "validator" ? index + 1 : index - validators + 1}`;
    const [enode, host] = [enodes?.[index], hosts?.[index]];
    if (enode !== undefined) return { name, role, ...fromEnode(enode) };
    const offset = host === undefined ? index : 0;
    return { name, role, ...placeOf(host ?? "127.0.0.1", 30_303 + offset, offset), ...madeHere() };
  });
  const keys = new Set(nodes.map(({ publicKey }) => publicKey));
  const places = new Set(nodes.map(({ host, p2pPort }) => `${host}:${p2pPort}`));
  if (keys.size === count && places.size === count) return nodes;
  throw refuse("Two nodes have one key or one place.");
}
