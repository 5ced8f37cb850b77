import { Agent, type IncomingMessage, request, type ServerResponse } from "node:http";
import { isRecord } from "./isRecord.ts";
import { RpcError } from "./RpcError.ts";

export type RpcOutcome = { result: unknown } | { error: RpcError };

/** JSON-RPC to the node behind the front, over kept-alive connections on this machine. */
export class NodeClient {
  readonly #port: number;
  readonly #agent = new Agent({ keepAlive: true });

  constructor(port: number) {
    this.#port = port;
  }

  /** @throws {RpcError} the node's own error, or -32000 when the node is gone. */
  async call(method: string, ...params: unknown[]): Promise<unknown> {
    const [outcome] = await this.#answers({ jsonrpc: "2.0", id: 0, method, params });
    if (!outcome) throw RpcError.unavailable("The node answered nothing.");
    if ("error" in outcome) throw outcome.error;
    return outcome.result;
  }

  /** One outcome per call, in the order of the calls. */
  async callMany(method: string, params: readonly unknown[]): Promise<RpcOutcome[]> {
    const outcomes = await this.#answers(
      params.map((one, id) => ({ jsonrpc: "2.0", id, method, params: [one] })),
    );
    if (outcomes.length !== params.length)
      throw RpcError.unavailable("The node left calls unanswered.");
    return outcomes;
  }

  /** Sends a request on as it came and streams the answer back. */
  async forward(body: Buffer, response: ServerResponse): Promise<void> {
    const answer = await this.#post(body);
    const length = answer.headers["content-length"];
    response.writeHead(answer.statusCode ?? 502, {
      "content-type": "application/json",
      ...(length === undefined ? {} : { "content-length": length }),
    });
    // A caller who hangs up in the middle must not leave the node's connection half read.
    response.on("close", () => answer.destroy());
    await new Promise<void>((resolve, reject) => {
      answer.on("error", reject).pipe(response).on("finish", resolve).on("close", resolve);
    });
  }

  /** The raw answer to one call, for results too large to hold as text. */
  stream(method: string): Promise<IncomingMessage> {
    const call = { jsonrpc: "2.0", id: 0, method, params: [] };
    return this.#post(Buffer.from(JSON.stringify(call)));
  }

  close(): void {
    this.#agent.destroy();
  }

  async #answers(body: unknown): Promise<RpcOutcome[]> {
    const answer = await this.#post(Buffer.from(JSON.stringify(body)));
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk as Buffer);
    const value: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    return (Array.isArray(value) ? value : [value]).map(outcomeOf);
  }

  #post(body: Buffer): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const headers = { "content-type": "application/json", "content-length": body.length };
      const options = { host: "127.0.0.1", port: this.#port, method: "POST", agent: this.#agent };
      request({ ...options, headers }, resolve)
        .on("error", (error) => reject(RpcError.unavailable(`The node is gone: ${error.message}`)))
        .end(body);
    });
  }
}

function outcomeOf(answer: unknown): RpcOutcome {
  if (!isRecord(answer)) return { error: RpcError.unavailable("The node answered no JSON-RPC.") };
  const error = answer["error"];
  if (!isRecord(error)) return { result: answer["result"] };
  const [code, message] = [error["code"], error["message"]];
  return { error: new RpcError(Number(code), String(message), error["data"]) };
}
