import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { engineProfiles } from "@tallystick/sdk";
import { keccak256 } from "ethers";
import type { BenchMember } from "../gateway/benchMember.ts";
import { callNode } from "../gateway/callNode.ts";
import { signSplits } from "../gateway/signSplits.ts";
import type { BenchTarget } from "./benchTarget.ts";

interface Deployment {
  readonly chainId: number;
  readonly contracts: { readonly creditCertificates: string };
}

interface Block {
  readonly number: string;
  readonly transactions: readonly string[];
}

const AT_ONCE = 100;
const LOOK_MS = 50;
const PATIENCE_MS = 180_000;

async function post(url: string, raws: readonly string[]): Promise<void> {
  const body = raws.map((raw, id) => {
    return { jsonrpc: "2.0", id, method: "eth_sendRawTransaction", params: [raw] };
  });
  const headers = { "content-type": "application/json" };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  const answers = (await response.json()) as readonly { error?: { message: string } }[];
  const refused = answers.find(({ error }) => error !== undefined);
  if (refused !== undefined) throw new Error(`The node refused: ${refused.error?.message}`);
}

async function untilIncluded(url: string, hashes: Set<string>, from: number): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  for (let number = from; hashes.size > 0; ) {
    if (performance.now() > end) throw new Error(`${hashes.size} splits are in no block.`);
    const tag = `0x${number.toString(16)}`;
    const head = Number(await callNode(url, "eth_blockNumber", []));
    if (head < number) {
      await pause(LOOK_MS);
      continue;
    }
    const block = (await callNode(url, "eth_getBlockByNumber", [tag, false])) as Block;
    for (const hash of block.transactions) hashes.delete(hash);
    number += 1;
  }
}

/** Splits a second that the chain alone takes: signed before, sent in one go, until the last one is in a block. */
export async function measureRaw(
  target: BenchTarget,
  members: readonly BenchMember[],
  count: number,
): Promise<number> {
  const { rpcUrl: url, deploymentFile, engine } = target;
  const { chainId, contracts } = JSON.parse(await readFile(deploymentFile, "utf8")) as Deployment;
  const contract = contracts.creditCertificates;
  const place = { ledgerUrl: url, contract, chainId, profile: engineProfiles[engine] };
  const raws = await signSplits(members, count, place);
  const hashes = new Set(raws.map((raw) => keccak256(raw)));
  const from = Number(await callNode(url, "eth_blockNumber", [])) + 1;
  const began = performance.now();
  for (let at = 0; at < raws.length; at += AT_ONCE) await post(url, raws.slice(at, at + AT_ONCE));
  await untilIncluded(url, hashes, from);
  return Math.round((count * 1000) / (performance.now() - began));
}
