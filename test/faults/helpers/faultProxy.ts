import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** One JSON-RPC call as it passes by. */
export interface ProxiedCall {
  readonly id: number;
  readonly method: string;
  readonly params: readonly unknown[];
}

/** One JSON-RPC answer as it passes by. */
export interface ProxiedAnswer {
  readonly jsonrpc: "2.0";
  readonly id: number;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** An HTTP request of the gateway in the hands of a fault. */
export interface Exchange {
  readonly calls: readonly ProxiedCall[];
  readonly isBatch: boolean;
  /** What the node honestly says to these calls, in their order. */
  forward(calls?: readonly ProxiedCall[]): Promise<ProxiedAnswer[]>;
  reply(answers: readonly ProxiedAnswer[]): void;
  replyText(status: number, text: string): void;
  /** Announces more than it sends, then hangs up. */
  replyHalf(text: string): void;
  hangUp(): void;
}

/** Something that goes wrong with the requests that it meets. */
export interface ProxyFault {
  meets(exchange: Exchange): boolean;
  play(exchange: Exchange): Promise<void>;
}

/** A fault on duty. */
export interface ArmedFault {
  /** Requests that it has met. */
  met(): number;
  disarm(): void;
}

/** A proxy between a gateway and its node, which is honest until a fault is armed. */
export interface FaultProxy {
  readonly url: string;
  arm(fault: ProxyFault): ArmedFault;
  /** From now on nobody listens. */
  shut(): Promise<void>;
  reopen(): Promise<void>;
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

async function ask(nodeUrl: string, calls: readonly ProxiedCall[]): Promise<ProxiedAnswer[]> {
  if (calls.length === 0) return [];
  const body = JSON.stringify(calls.map((call) => ({ jsonrpc: "2.0", ...call })));
  const headers = { "content-type": "application/json" };
  const response = await fetch(nodeUrl, { method: "POST", headers, body });
  const answers = (await response.json()) as ProxiedAnswer[];
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  return calls.flatMap((call) => byId.get(call.id) ?? []);
}

function exchangeOf(nodeUrl: string, text: string, response: ServerResponse): Exchange {
  const parsed = JSON.parse(text) as ProxiedCall | ProxiedCall[];
  const isBatch = Array.isArray(parsed);
  const calls = isBatch ? parsed : [parsed];
  const replyText = (status: number, body: string): void => {
    response.writeHead(status, { "content-type": "application/json" }).end(body);
  };
  return {
    calls,
    isBatch,
    forward: (some = calls) => ask(nodeUrl, some),
    reply: (answers) => replyText(200, JSON.stringify(isBatch ? answers : answers[0])),
    replyText,
    replyHalf(body) {
      response.writeHead(200, {
        "content-type": "application/json",
        "content-length": body.length + 100,
      });
      response.write(body, () => response.destroy());
    },
    hangUp: () => response.destroy(),
  };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** Starts a proxy before the node at `nodeUrl`. */
export async function faultProxy(nodeUrl: string): Promise<FaultProxy> {
  const armed = new Set<{ fault: ProxyFault; met: number }>();

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const exchange = exchangeOf(nodeUrl, await bodyOf(request), response);
    for (const each of armed) {
      if (!each.fault.meets(exchange)) continue;
      each.met += 1;
      return each.fault.play(exchange);
    }
    exchange.reply(await exchange.forward());
  };

  const server = createServer((request, response) => {
    // A node that is down is a reset for who asks through us.
    serve(request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 60_000;
  const open = async (port: number): Promise<void> => {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
  };
  const shut = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  await open(0);
  const port = portOf(server);
  return {
    url: `http://127.0.0.1:${port}`,
    arm(fault) {
      const each = { fault, met: 0 };
      armed.add(each);
      return { met: () => each.met, disarm: () => void armed.delete(each) };
    },
    shut,
    reopen: () => open(port),
    close: shut,
  };
}
