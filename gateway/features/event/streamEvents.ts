import { once } from "node:events";
import type { Response } from "express";
import type { Identity } from "../../auth/identity.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { RequestContext } from "../../http/requestContext.ts";
import { plainJson } from "../../json/plainJson.ts";
import { type NextEvents, nextEvents } from "./nextEvents.ts";

type Needs = Pick<GatewayServices, "database" | "projector" | "drain" | "metrics">;

const PAGE = 200;
const HEARTBEAT_MS = 5_000;
/** How often it is asked whether the session still lives, and with which roles. */
const ASK_AGAIN_MS = 5_000;
/** A stream ends by itself; listeners reconnect where they were, perhaps at another gateway. */
const LONGEST_STREAM_MS = 10 * 60_000;

function advanceOrHeartbeat(
  { projector, drain }: Needs,
  response: Response,
): Promise<"advanced" | "heartbeat" | "closed"> {
  const { promise, resolve } = Promise.withResolvers<"advanced" | "heartbeat" | "closed">();
  const timer = setTimeout(() => resolve("heartbeat"), HEARTBEAT_MS);
  const unsubscribe = projector.onAdvance(() => resolve("advanced"));
  const closed = (): void => resolve("closed");
  response.once("close", closed);
  drain.signal.addEventListener("abort", closed, { once: true });
  return promise.finally(() => {
    drain.signal.removeEventListener("abort", closed);
    clearTimeout(timer);
    unsubscribe();
    response.off("close", closed);
  });
}

/** Writes and waits while the listener is slower than we are. */
async function write(response: Response, text: string): Promise<void> {
  if (!response.write(text) && !response.closed) {
    await Promise.race([once(response, "drain"), once(response, "close")]);
  }
}

/** The id comes after all that was retracted: a listener that is cut off in between hears of all of it again. */
function* frames({ retracted, events, cursors, next }: NextEvents): Generator<string> {
  for (const event of retracted) yield `event: retracted\ndata: ${plainJson(event)}\n\n`;
  if (retracted.length > 0 && events.length === 0) yield `id: ${next}\n\n`;
  for (const [index, event] of events.entries()) {
    yield `id: ${cursors[index]}\nevent: ${event.name}\ndata: ${plainJson(event)}\n\n`;
  }
}

/** Sends every event after `after` that the member may see, until it hangs up or its session ends. */
export async function streamEvents(
  services: Needs,
  context: Pick<RequestContext, "member" | "identityNow">,
  response: Response,
  after: string,
): Promise<void> {
  const endAt = Date.now() + LONGEST_STREAM_MS;
  let identity: Identity | undefined = context.member();
  let askAgainAt = Date.now() + ASK_AGAIN_MS;
  let cursor = after;
  response.status(200).set({ "content-type": "text/event-stream", "cache-control": "no-store" });
  response.flushHeaders();
  services.metrics.eventStreams.inc();
  response.once("close", () => services.metrics.eventStreams.dec());
  while (!response.closed && Date.now() < endAt && !services.drain.hasBegun) {
    // Asked for before reading: an advance in between wakes us for the next round instead of being missed.
    const next = advanceOrHeartbeat(services, response);
    if (Date.now() >= askAgainAt) {
      identity = await context.identityNow();
      askAgainAt = Date.now() + ASK_AGAIN_MS;
    }
    if (identity === undefined) break;
    const found = await nextEvents(services.database, identity, cursor, PAGE);
    for (const frame of frames(found)) await write(response, frame);
    cursor = found.reached;
    if (found.events.length === PAGE) continue;
    if ((await next) === "heartbeat") await write(response, ": still here\n\n");
  }
  // Listeners come back at once, to another gateway or to this one's successor.
  if (services.drain.hasBegun && !response.closed) await write(response, "retry: 1000\n\n");
  response.end();
}
