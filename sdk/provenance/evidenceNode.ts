import { toBeHex } from "ethers";
import { z } from "zod";
import type { BlockHeader } from "../chain/blockHeader.ts";
import type { HeaderCodec } from "../chain/headerCodec.ts";
import { headerFromRpc } from "../chain/headerFromRpc.ts";
import { headerCodecOf } from "../consensus/headerCodecOf.ts";
import { EvidenceError } from "../errors/EvidenceError.ts";
import type { EvidenceSource } from "./evidenceSource.ts";

const hex = z.string().regex(/^0x[0-9a-fA-F]*$/);
const proofs = z.object({
  accountProof: z.array(hex),
  storageProof: z.array(z.object({ value: hex, proof: z.array(hex) })),
});
const logs = z.array(
  z.object({
    address: hex,
    topics: z.array(hex),
    data: hex,
    blockNumber: hex,
    transactionHash: hex,
    transactionIndex: hex,
  }),
);
const transaction = z.object({ to: hex.nullable(), input: hex });
const block = z.object({ number: hex, transactions: z.array(hex) });

/** A log with its place. */
export type PlacedLog = z.output<typeof logs>[number];

function tagOf(number: number): string {
  return `0x${number.toString(16)}`;
}

/** Topics of a filter: each one value, several, or any. */
type Topics = readonly (string | readonly string[] | null)[];

function refused(method: string, cause: unknown): EvidenceError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const sentence = `The node answered ${method} otherwise than a node with history does: ${reason}`;
  return new EvidenceError("evidence-not-exported", sentence, { cause });
}

/** What an export asks a node, in its words. Everything it answers is proved afterwards. */
export function evidenceNode({ request }: EvidenceSource, codec?: HeaderCodec) {
  async function ask<Answer>(
    method: string,
    params: readonly unknown[],
    form: z.ZodType<Answer>,
  ): Promise<Answer> {
    try {
      return form.parse(await request({ method, params }));
    } catch (cause) {
      throw refused(method, cause);
    }
  }
  // Nodes bound how many blocks a filter may span; halves fit at last.
  async function logsIn(
    address: string,
    topics: Topics,
    from: number,
    to: number,
  ): Promise<PlacedLog[]> {
    const filter = { address, topics, fromBlock: tagOf(from), toBlock: tagOf(to) };
    try {
      return await ask("eth_getLogs", [filter], logs);
    } catch (error) {
      if (to - from < 1) throw error;
      const middle = from + Math.floor((to - from) / 2);
      const first = await logsIn(address, topics, from, middle);
      return [...first, ...(await logsIn(address, topics, middle + 1, to))];
    }
  }
  return {
    logsIn,
    /** How the node's engine writes its headers. */
    async codec(): Promise<HeaderCodec> {
      return headerCodecOf(await ask("eth_getBlockByNumber", [tagOf(0), false], z.unknown()));
    },
    chainId: async (): Promise<number> => Number(await ask("eth_chainId", [], hex)),
    async header(at: number | "latest"): Promise<BlockHeader> {
      const tag = at === "latest" ? at : tagOf(at);
      const method = "eth_getBlockByNumber";
      const json = await ask(method, [tag, false], z.looseObject({}));
      try {
        return headerFromRpc(json, codec);
      } catch (cause) {
        throw refused(method, cause);
      }
    },
    async word(address: string, slot: string, at: number): Promise<bigint> {
      return BigInt(toBeHex(await ask("eth_getStorageAt", [address, slot, tagOf(at)], hex)));
    },
    proofs: (address: string, slots: readonly string[], at: number) =>
      ask("eth_getProof", [address, slots, tagOf(at)], proofs),
    transaction: (hash: string) => ask("eth_getTransactionByHash", [hash], transaction),
    async receipts(at: number): Promise<unknown[]> {
      const { transactions } = await ask("eth_getBlockByNumber", [tagOf(at), false], block);
      const found: unknown[] = [];
      for (const hash of transactions) {
        found.push(await ask("eth_getTransactionReceipt", [hash], z.looseObject({})));
      }
      return found;
    },
  };
}

/** A node as an export asks it. */
export type EvidenceNode = ReturnType<typeof evidenceNode>;
