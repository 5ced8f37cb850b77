import { type BlockHeader, type HeaderCodec, headerCodecOf, headerFromRpc } from "@tallystick/sdk";
import { JsonRpcProvider, toQuantity } from "ethers";
import { AuditFailure } from "./AuditFailure.ts";

const AT_ONCE = 100;

/** The auditor's own node, whose headers are hashed here. */
export class CheckpointNode {
  readonly #url: string;
  readonly #provider: JsonRpcProvider;
  readonly #codec: HeaderCodec;
  readonly chainId: number;
  readonly genesis: BlockHeader;

  private constructor(url: string, provider: JsonRpcProvider, chainId: number, first: unknown) {
    this.#url = url;
    this.#provider = provider;
    this.#codec = headerCodecOf(first);
    this.chainId = chainId;
    this.genesis = headerFromRpc(first, this.#codec);
  }

  /** @throws AuditFailure where there is no node */
  static async connect(url: string): Promise<CheckpointNode> {
    // The chain's id is asked below; nothing else depends on it.
    const provider = new JsonRpcProvider(url, 1, { staticNetwork: true, batchMaxCount: AT_ONCE });
    try {
      const chainId = Number(await provider.send("eth_chainId", []));
      const first: unknown = await provider.send("eth_getBlockByNumber", ["0x0", false]);
      return new CheckpointNode(url, provider, chainId, first);
    } catch (cause) {
      provider.destroy();
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new AuditFailure(`${url} did not answer as a node does: ${reason}.`, { cause });
    }
  }

  /** A block by its number, or the newest final one; where nothing is final, the newest one. */
  async header(block?: number): Promise<BlockHeader> {
    const asked = block === undefined ? ["finalized", "latest"] : [toQuantity(block)];
    for (const tag of asked) {
      const found: unknown = await this.#provider
        .send("eth_getBlockByNumber", [tag, false])
        .catch(() => null);
      if (found !== null) return headerFromRpc(found, this.#codec);
    }
    throw new AuditFailure(`${this.#url} has no block ${block ?? "yet"}.`);
  }

  /** Headers from a block back to an older one. */
  async *backwards(from: number, to: number): AsyncGenerator<BlockHeader> {
    for (let next = from; next >= to; next -= AT_ONCE) {
      const count = Math.min(AT_ONCE, next - to + 1);
      yield* await Promise.all(
        Array.from({ length: count }, (_, behind) => this.header(next - behind)),
      );
    }
  }

  close(): void {
    this.#provider.destroy();
  }
}
