import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";

/** One event as it arrived. */
export interface ReceivedEvent {
  readonly id: string;
  readonly type: string;
  readonly key: string;
  readonly args: { readonly text: string };
}

/** One POST as it arrived. */
export interface ReceivedPost {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly subscription: string;
  readonly events: readonly ReceivedEvent[];
  readonly at: number;
}

/** An endpoint that members' systems would have. */
export interface WebhookReceiver {
  readonly url: string;
  readonly posts: ReceivedPost[];
  /** Texts of the notes that arrived and were taken, in order. */
  texts(): string[];
  /** How it answers; 200 until it is told otherwise. */
  answer: (post: ReceivedPost, response: ServerResponse) => void;
  close(): Promise<void>;
}

function ok(_post: ReceivedPost, response: ServerResponse): void {
  response.writeHead(200).end("thank you");
}

/** Starts an endpoint on this machine that remembers what it got. */
export async function webhookReceiver(): Promise<WebhookReceiver> {
  const taken: ReceivedPost[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    const { subscription, events } = JSON.parse(body) as ReceivedPost;
    const { headers } = request;
    const post = { headers, body, subscription, events, at: performance.now() };
    receiver.posts.push(post);
    response.once("finish", () => {
      if (response.statusCode === 200) taken.push(post);
    });
    receiver.answer(post, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no address");
  const receiver: WebhookReceiver = {
    url: `http://127.0.0.1:${address.port}/hook`,
    posts: [],
    texts: () =>
      taken.flatMap(({ events }) =>
        events.flatMap((event) => (event.type === "event" ? [event.args.text] : [])),
      ),
    answer: ok,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return receiver;
}
