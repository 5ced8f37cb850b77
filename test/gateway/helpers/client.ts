import { randomUUID } from "node:crypto";

/** An answer, read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // Tests say what they expect of a body; it is compared, not trusted.
  readonly body: Record<string, unknown>;
}

/** What a request may carry. */
export interface Asked {
  readonly body?: unknown;
  readonly rawBody?: string;
  readonly headers?: Record<string, string>;
  readonly key?: string | undefined;
}

/** Asks a gateway as one member, or as nobody. */
export interface Client {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  send(method: string, path: string, asked?: Asked): Promise<Answer>;
  /** POST with a JSON body and an Idempotency-Key, a new one by default. */
  post(path: string, body: unknown, key?: string): Promise<Answer>;
}

async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") ?? false;
  const body = isJson ? (JSON.parse(text) as Record<string, unknown>) : { text };
  return { status: response.status, headers: response.headers, body };
}

/** A client that sends `token` when it has one. */
export function client(url: string, token?: string): Client {
  const own = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const send = async (method: string, path: string, asked: Asked = {}): Promise<Answer> => {
    const text =
      asked.rawBody ?? (asked.body === undefined ? undefined : JSON.stringify(asked.body));
    const json = text === undefined ? {} : { "content-type": "application/json" };
    const key = asked.key === undefined ? {} : { "idempotency-key": asked.key };
    const headers = { ...own, ...json, ...key, ...asked.headers };
    return read(
      await fetch(`${url}${path}`, {
        method,
        headers,
        ...(text === undefined ? {} : { body: text }),
      }),
    );
  };
  return {
    send,
    get: (path, headers = {}) => send("GET", path, { headers }),
    post: (path, body, key = randomUUID()) => send("POST", path, { body, key }),
  };
}
