import {
  avalancheHeaders,
  type BlockHeader,
  type Hex,
  headerFieldAt,
  headerFromRlp,
  headerFromRpc,
  headerRlp,
} from "../../sdk/index.ts";
import type { EvidenceSource } from "../../sdk/provenance/evidenceSource.ts";

type Json = Record<string, unknown> & { readonly number: string };

const zero32 = `0x${"00".repeat(32)}`;
const own = {
  blockGasCost: "0x0",
  blobGasUsed: "0x0",
  excessBlobGas: "0x0",
  minDelayExcess: "0x799d1c",
};

/** An EvidenceSource whose headers are made anew. */
export type WarpSource = EvidenceSource & {
  header(block: number): Promise<BlockHeader>;
  hasBlock(hash: Hex): Promise<boolean>;
};

/** A node whose headers are subnet-evm's, made of one with Ethereum's: the same state under other headers. */
export function warpSource(source: EvidenceSource): WarpSource {
  const made = new Map<number, { readonly json: Json; readonly header: BlockHeader }>();
  const read = async (tag: unknown): Promise<Json> =>
    (await source.request({ method: "eth_getBlockByNumber", params: [tag, false] })) as Json;
  async function make(block: number): Promise<{ json: Json; header: BlockHeader }> {
    const known = made.get(block);
    if (known !== undefined) return known;
    const json = await read(`0x${block.toString(16)}`);
    const parent = block === 0 ? undefined : (await make(block - 1)).header.hash;
    const milliseconds = BigInt(String(json["timestamp"])) * 1_000n;
    const time = `0x${milliseconds.toString(16).padStart(12, "0")}`;
    const shared = headerFromRpc(json).fields.slice(0, 16);
    const chained = parent === undefined ? shared : shared.with(headerFieldAt.parentHash, parent);
    const scalar = milliseconds === 0n ? "0x" : time;
    const fields = [...chained, "0x", "0x", "0x", zero32, scalar, "0x799d1c"];
    const header = headerFromRlp(headerRlp({ fields }), avalancheHeaders);
    const { withdrawalsRoot: _, requestsHash: __, ...rest } = json;
    const its = { ...own, parentBeaconBlockRoot: zero32, timestampMilliseconds: time };
    const hashes = { hash: header.hash, parentHash: header.parentHash };
    const whole = { json: { ...rest, ...its, ...hashes } as Json, header };
    made.set(block, whole);
    return whole;
  }
  return {
    async request(call) {
      if (call.method !== "eth_getBlockByNumber") return source.request(call);
      const { number } = await read(call.params[0]);
      return (await make(Number(number))).json;
    },
    header: async (block) => (await make(block)).header,
    hasBlock: async (hash) => [...made.values()].some(({ header }) => header.hash === hash),
  };
}
