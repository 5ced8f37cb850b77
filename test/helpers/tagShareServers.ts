import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { evaluateBlinded, generateTagKey, type TagKeySet, type TagShare } from "../../sdk/index.ts";

/** How a share server behaves: what it answers to elements, with which status; undefined: never. */
export type Behaviour = (
  share: TagShare,
  elements: readonly string[],
) => { readonly status?: number; readonly body: unknown } | undefined;

/** Share servers of one key on real ports. */
export type TagShareServers = {
  readonly keySet: TagKeySet;
  readonly shares: readonly TagShare[];
  /** Everything that the servers were sent. */
  readonly received: readonly string[];
  /** How many requests each server answered, by index. */
  readonly asked: ReadonlyMap<number, number>;
  behave(index: number, behaviour: Behaviour): void;
  close(): Promise<void>;
};

export const honest: Behaviour = (share, elements) => ({ body: evaluateBlinded(share, elements) });

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

/** Starts `servers` share servers that all behave until told otherwise. */
export async function tagShareServers(
  servers: number,
  threshold: number,
): Promise<TagShareServers> {
  const received: string[] = [];
  const asked = new Map<number, number>();
  const behaviours = new Map<number, Behaviour>();
  let shares: readonly TagShare[] = [];
  const listening = await Promise.all(
    Array.from({ length: servers }, async (_, place) => {
      const server = createServer(async (request, response) => {
        const text = await textOf(request);
        received.push(`${request.url} ${text}`);
        asked.set(place + 1, (asked.get(place + 1) ?? 0) + 1);
        const share = shares[place];
        if (share === undefined) throw new Error("no share yet");
        const { elements } = JSON.parse(text) as { elements: string[] };
        const answer = (behaviours.get(place + 1) ?? honest)(share, elements);
        if (answer === undefined) return;
        response.writeHead(answer.status ?? 200, { "content-type": "application/json" });
        response.end(JSON.stringify(answer.body));
      }).listen(0, "127.0.0.1");
      await once(server, "listening");
      return server;
    }),
  );
  const urls = listening.map(
    (server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  );
  const { keySet, shares: made } = generateTagKey({ epoch: 1, threshold, urls });
  shares = made;
  return {
    keySet,
    shares,
    received,
    asked,
    behave: (index, behaviour) => void behaviours.set(index, behaviour),
    async close() {
      for (const server of listening) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}
