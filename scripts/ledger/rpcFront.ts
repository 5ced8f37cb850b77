import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { isRecord } from "./isRecord.ts";
import { LedgerError } from "./LedgerError.ts";
import { methodPolicy } from "./methodPolicy.ts";
import type { NodeClient } from "./NodeClient.ts";
import { RpcError } from "./RpcError.ts";
import type { RpcMethod } from "./rpcMethods.ts";

export type FrontOptions = {
  port: number;
  methods: ReadonlyMap<string, RpcMethod>;
  client: () => Promise<NodeClient>;
  allowDevMethods: boolean;
};

const BODY_LIMIT_BYTES = 32 * 1024 * 1024;
const KEEP_ALIVE_MS = 65_000;
const LOCAL_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** JSON-RPC over HTTP on this machine only: single calls and batches, answered by us or the node. */
export async function rpcFront(options: FrontOptions): Promise<Server> {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    serve(options, request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else answer(response, 200, failure(null, error));
    });
  });
  server.listen(options.port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch (error) {
    const taken = `Port ${options.port} of this machine is taken.`;
    throw new LedgerError("INVALID_OPTION", taken, { cause: error });
  }
  return server;
}

async function serve(
  options: FrontOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // A page in a browser can send neither this host name nor this content type unasked.
  const json = request.headers["content-type"]?.startsWith("application/json") ?? false;
  if (request.method !== "POST") return answer(response, 405, { error: "POST JSON-RPC here." });
  if (!LOCAL_HOST.test(request.headers.host ?? ""))
    return answer(response, 403, { error: "Host." });
  if (!json) return answer(response, 415, { error: "Content-Type must be application/json." });
  const body = await read(request);
  if (!body) return answer(response, 413, { error: `At most ${BODY_LIMIT_BYTES} bytes.` });
  let calls: unknown;
  try {
    calls = JSON.parse(body.toString("utf8"));
  } catch {
    return answer(response, 200, failure(null, new RpcError(-32700, "The body is not JSON.")));
  }
  const ours = (Array.isArray(calls) ? calls : [calls]).some((call) => !forwards(options, call));
  if (!ours && !(Array.isArray(calls) && calls.length === 0))
    return (await options.client()).forward(body, response);
  if (!Array.isArray(calls)) return answer(response, 200, await handle(options, calls));
  if (calls.length === 0)
    return answer(response, 200, failure(null, new RpcError(-32600, "The batch is empty.")));
  answer(response, 200, await Promise.all(calls.map((call) => handle(options, call))));
}

function forwards(options: FrontOptions, call: unknown): boolean {
  if (!isRecord(call) || typeof call["method"] !== "string") return false;
  const method = call["method"];
  if (options.methods.has(method)) return false;
  return methodPolicy(method, options.allowDevMethods) === "forward";
}

async function handle(options: FrontOptions, call: unknown): Promise<unknown> {
  const id = isRecord(call) ? (call["id"] ?? null) : null;
  try {
    if (!isRecord(call) || typeof call["method"] !== "string")
      throw new RpcError(-32600, "A call is an object with a method.");
    const params: unknown[] = Array.isArray(call["params"]) ? call["params"] : [];
    const method = call["method"];
    const own = options.methods.get(method);
    if (!own && !forwards(options, call))
      throw RpcError.refused(`${method} is refused: it would act past the ledger's journal.`);
    const result = own ? await own(params) : await (await options.client()).call(method, ...params);
    return { jsonrpc: "2.0", id, result };
  } catch (error) {
    return failure(id, error);
  }
}

function failure(id: unknown, error: unknown): unknown {
  if (error instanceof RpcError) return { jsonrpc: "2.0", id, error };
  const message = error instanceof LedgerError ? error.message : "The ledger failed inside.";
  return { jsonrpc: "2.0", id, error: RpcError.unavailable(message) };
}

async function read(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > BODY_LIMIT_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function answer(response: ServerResponse, status: number, value: unknown): void {
  const body = Buffer.from(JSON.stringify(value));
  response
    .writeHead(status, { "content-type": "application/json", "content-length": body.length })
    .end(body);
}
