import { type Agent, request } from "node:http";
import { text } from "node:stream/consumers";

/** What came back, unread. */
export interface RawAnswer {
  readonly status: number;
  readonly type: string;
  readonly requestId: string;
  readonly body: string;
}

/** A request as it is: no client in between that would put it right. */
export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string | undefined;
}

const unsendable = /[^\x21-\x7e]/g;

/** Sends a request byte by byte as it was made up; only what HTTP can't carry at all is escaped. */
export async function sendRaw(url: string, agent: Agent, asked: RawRequest): Promise<RawAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<RawAnswer>();
  const { hostname, port } = new URL(url);
  const body = asked.body === undefined ? undefined : Buffer.from(asked.body);
  const headers = asked.headers.map(
    ([name, value]) => [name, Buffer.from(value).toString("latin1")] as const,
  );
  const sent = request({
    hostname,
    port,
    agent,
    method: asked.method,
    path: asked.path.replaceAll(unsendable, encodeURIComponent),
    headers: {
      ...Object.fromEntries(headers),
      ...(body === undefined ? {} : { "content-length": body.length }),
    },
  });
  sent.on("error", reject);
  sent.on("response", (response) => {
    const { statusCode: status = 0, headers: given } = response;
    const type = String(given["content-type"] ?? "");
    const requestId = String(given["x-request-id"] ?? "");
    text(response).then((read) => resolve({ status, type, requestId, body: read }), reject);
  });
  sent.end(body);
  return promise;
}
