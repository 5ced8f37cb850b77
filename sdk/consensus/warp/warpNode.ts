import { z } from "zod";
import type { Hex } from "../../chain/hex.ts";

/** What a validator's node said: its signature, or why it gives none. */
export type WarpAnswer = { readonly signature: Hex } | { readonly refusal: string };

/** A validator's node, which signs for blocks that it accepted. */
export interface WarpNode {
  readonly name: string;
  /** Asks for the signature of a block by its id in base 58. Rejects when the node doesn't answer, or can't sign at all. */
  signatureOf(blockId: string): Promise<WarpAnswer>;
  /** The same for a message by its id, which the node's operator put into its configuration. */
  messageSignatureOf(messageId: string): Promise<WarpAnswer>;
}

const answer = z.object({
  result: z.string().optional(),
  error: z.object({ code: z.number(), message: z.string() }).nullish(),
});
const METHOD_UNKNOWN = -32_601;
const PATIENCE_MS = 5_000;

/**
 * A node by the URL of its chain's JSON-RPC. One signature of one node is asked for, never an aggregate
 * (`warp_getBlockAggregateSignature`): that one can wedge the node, and rounds its quorum down.
 */
export function warpNode(url: string, patienceMs = PATIENCE_MS): WarpNode {
  const { host, pathname } = new URL(url);
  async function ask(method: string, id: string): Promise<WarpAnswer> {
    const call = { jsonrpc: "2.0", id: 1, method, params: [id] };
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(call),
      signal: AbortSignal.timeout(patienceMs),
    });
    const { result, error } = answer.parse(await response.json());
    if (result !== undefined) return { signature: result };
    if (error?.code === METHOD_UNKNOWN) {
      throw new Error(`${host} signs no blocks: its chain's configuration lacks warp-api-enabled.`);
    }
    return { refusal: error?.message ?? "no signature" };
  }
  return {
    name: `${host}${pathname}`,
    signatureOf: (blockId) => ask("warp_getBlockSignature", blockId),
    messageSignatureOf: (messageId) => ask("warp_getMessageSignature", messageId),
  };
}
