import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** A node that tells the truth but for its head. */
export interface LyingProxy {
  readonly url: string;
  /** How far its head is from the true one, in blocks; 0 for no lie. */
  lieBy(blocks: number): void;
  lies(): number;
  close(): Promise<void>;
}

type Call = Readonly<{ id: unknown; method: string; params?: readonly unknown[] }>;
type Reply = Readonly<{ id: unknown; result?: unknown }>;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

/** Stands before a node and answers for it; about the newest block it lies as it is told. */
export async function lyingProxy(nodeUrl: string): Promise<LyingProxy> {
  let shift = 0;
  let lies = 0;
  const shifted = (quantity: string): string => {
    lies += 1;
    return `0x${Math.max(0, Number(quantity) + shift).toString(16)}`;
  };
  const told = ({ method, params }: Call, reply: Reply): Reply => {
    if (shift === 0) return reply;
    if (method === "eth_blockNumber") return { ...reply, result: shifted(String(reply.result)) };
    const isHead = method === "eth_getBlockByNumber" && params?.[0] === "latest";
    if (!isHead || typeof reply.result !== "object" || reply.result === null) return reply;
    const block = reply.result as Readonly<Record<string, unknown>>;
    return { ...reply, result: { ...block, number: shifted(String(block["number"])) } };
  };
  const server = createServer(async (request, response) => {
    try {
      const body = await bodyOf(request);
      const headers = { "content-type": "application/json" };
      const answer = await fetch(nodeUrl, { method: "POST", headers, body });
      const asked = JSON.parse(body) as Call | readonly Call[];
      const replies = (await answer.json()) as Reply | readonly Reply[];
      const calls = new Map([asked].flat().map((call) => [call.id, call as Call]));
      const tell = (reply: Reply): Reply => {
        const call = calls.get(reply.id);
        return call === undefined ? reply : told(call, reply);
      };
      const said = Array.isArray(replies) ? replies.map(tell) : tell(replies as Reply);
      response.writeHead(answer.status, headers).end(JSON.stringify(said));
    } catch {
      response.writeHead(502).end();
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    lieBy(blocks) {
      shift = blocks;
    },
    lies: () => lies,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
