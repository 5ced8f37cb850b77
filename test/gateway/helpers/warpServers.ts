import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { decodeBase58, getBytes, hexlify, sha256, toBeHex } from "ethers";
import { warpCurve } from "../../../sdk/consensus/warp/warpCurve.ts";
import { cb58, warpMessage } from "../../../sdk/index.ts";
import { type TestWarpValidator, warpValidators } from "../../helpers/warpValidators.ts";

/** How a validator's node answers. */
export type WarpConduct =
  | "signs"
  | "down"
  | "silent"
  | "refuses"
  | "lacks-method"
  | "signs-otherwise"
  | "answers-nonsense";

/** Nodes of validators, each under a URL of its own. */
export interface WarpServers {
  readonly urls: readonly string[];
  /** Changes how one node behaves from now on. */
  conduct(index: number, how: WarpConduct): void;
  /** Which methods were asked for, and how often. */
  readonly asked: Map<string, number>;
  /** Has every node sign a message of its operator's, as `warp-off-chain-messages` does. */
  configure(message: string): void;
  close(): Promise<void>;
}

/** The 32 bytes that an id in base 58 stands for; refuses one whose checksum is wrong. */
function hashOf(blockId: string): string {
  const hash = toBeHex(decodeBase58(blockId) >> 32n, 32);
  if (cb58(hash) !== blockId) throw new Error(`${blockId} is no id`);
  return hash;
}

async function bodyOf(request: IncomingMessage): Promise<{ method: string; params: string[] }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}

function signedBy({ secretKey }: TestWarpValidator, message: Uint8Array): string {
  return hexlify(warpCurve.bytesOf(warpCurve.sign(message, secretKey)));
}

/**
 * Serves the engine's `warp_getBlockSignature` for validators whose keys we have.
 *
 * @param hasBlock whether the chain has a block of that hash: others are refused, as the engine refuses them
 */
export async function warpServers(
  validators: readonly TestWarpValidator[],
  hasBlock: (hash: string) => Promise<boolean>,
): Promise<WarpServers> {
  const conducts = validators.map((): WarpConduct => "signs");
  const asked = new Map<string, number>();
  const messages = new Map<string, Uint8Array>();
  const refuse = (code: number, message: string) => ({ error: { code, message } });
  async function saying(
    validator: TestWarpValidator,
    how: WarpConduct | undefined,
    method: string,
    hash: string,
  ): Promise<object> {
    if (how === "lacks-method") {
      return refuse(-32_601, `the method ${method} does not exist/is not available`);
    }
    const configured = messages.get(hash);
    if (method === "warp_getMessageSignature") {
      const isKnown = configured !== undefined && how === "signs";
      return isKnown ? { result: signedBy(validator, configured) } : refuse(-32_000, "not found");
    }
    if (how === "refuses" || !(await hasBlock(hash))) return refuse(-32_000, "failed to get block");
    if (how === "answers-nonsense") return { result: "0x1234" };
    const about = how === "signs" ? hash : `0x${"77".repeat(32)}`;
    return { result: signedBy(validator, warpMessage.ofBlock(warpValidators.chain, about)) };
  }
  async function answer(index: number, request: IncomingMessage, response: ServerResponse) {
    const validator = validators[index];
    const how = conducts[index];
    if (validator === undefined || how === "down") return response.destroy();
    if (how === "silent") return undefined;
    const { method, params } = await bodyOf(request);
    asked.set(method, (asked.get(method) ?? 0) + 1);
    const hash = hashOf(params[0] ?? "");
    const said = await saying(validator, how, method, hash);
    response.setHeader("content-type", "application/json");
    return response.end(JSON.stringify({ jsonrpc: "2.0", id: 1, ...said }));
  }
  const server = createServer((request, response) => {
    void answer(Number(request.url?.slice(1)), request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no address");
  return {
    urls: validators.map((_, index) => `http://127.0.0.1:${address.port}/${index}`),
    conduct(index, how) {
      conducts[index] = how;
    },
    asked,
    configure: (message) => messages.set(sha256(message), getBytes(message)),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
