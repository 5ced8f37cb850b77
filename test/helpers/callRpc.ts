import { Agent, request } from "node:http";

const agent = new Agent({ keepAlive: true });

/** An error that a JSON-RPC server answered, with its code. */
class RpcAnswer extends Error {
  readonly code: number;

  constructor(error: { code: number; message: string }) {
    super(error.message);
    this.code = error.code;
  }
}

/** Posts any body to a JSON-RPC server and returns the answer and its HTTP status. */
async function post(
  url: string,
  body: string,
  headers: Record<string, string> = { "content-type": "application/json" },
): Promise<{ status: number; answer: unknown }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: "POST", agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("error", reject).on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        try {
          const answer: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"));
          resolve({ status: response.statusCode ?? 0, answer });
        } catch (error) {
          reject(error);
        }
      });
    });
    sent.on("error", reject).end(body);
  });
}

/** Calls one method; an error in the answer is thrown. */
async function call<T = unknown>(url: string, method: string, ...params: unknown[]): Promise<T> {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
  const { answer } = await post(url, body);
  const { result, error } = answer as { result: T; error?: { code: number; message: string } };
  if (error) throw new RpcAnswer(error);
  return result;
}

/** JSON-RPC over kept-alive connections, without a library in between. */
export const callRpc = { post, call };
