import type { Response } from "express";
import type { Identity } from "../../auth/identity.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { RequestContext } from "../../http/requestContext.ts";
import { plainJson } from "../../json/plainJson.ts";
import { WakeableRest } from "../../workers/wakeableRest.ts";
import { type NextEvents, nextEvents } from "./nextEvents.ts";

type Needs = Pick<GatewayServices, "database" | "projector" | "drain" | "metrics">;

const PAGE = 200;
const HEARTBEAT_MS = 5_000;
/** How often it is asked whether the session still lives, and with which roles. */
const ASK_AGAIN_MS = 5_000;
/** A stream ends by itself; listeners reconnect where they were, perhaps at another gateway. */
const LONGEST_STREAM_MS = 10 * 60_000;

/** Writes and waits while the listener is slower than we are. */
async function write(response: Response, text: string): Promise<void> {
  if (response.write(text) || response.closed) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  response.once("drain", resolve).once("close", resolve);
  await promise;
  response.off("drain", resolve).off("close", resolve);
}

/** The id comes after all that was retracted: a listener that is cut off in between hears of all of it again. */
function* frames({ retracted, events, cursors, next }: NextEvents): Generator<string> {
  for (const event of retracted) yield `event: retracted\ndata: ${plainJson(event)}\n\n`;
  if (retracted.length > 0 && events.length === 0) yield `id: ${next}\n\n`;
  for (const [index, event] of events.entries()) {
    yield `id: ${cursors[index]}\nevent: ${event.name}\ndata: ${plainJson(event)}\n\n`;
  }
}

/** Sends what is new whenever `rest` is poked, until the listener hangs up or its session ends. */
async function sendOn(
  services: Needs,
  context: Pick<RequestContext, "member" | "identityNow">,
  response: Response,
  after: string,
  rest: WakeableRest,
): Promise<void> {
  const endAt = Date.now() + LONGEST_STREAM_MS;
  let identity: Identity | undefined = context.member();
  let askAgainAt = Date.now() + ASK_AGAIN_MS;
  let cursor = after;
  while (!response.closed && Date.now() < endAt && !services.drain.hasBegun) {
    // Before reading: an advance in between wakes us for the next round instead of being missed.
    rest.begin();
    if (Date.now() >= askAgainAt) {
      identity = await context.identityNow();
      askAgainAt = Date.now() + ASK_AGAIN_MS;
    }
    if (identity === undefined) return;
    const found = await nextEvents(services.database, identity, cursor, PAGE);
    for (const frame of frames(found)) await write(response, frame);
    cursor = found.reached;
    if (found.events.length === PAGE) continue;
    if (!(await rest.rest(HEARTBEAT_MS))) await write(response, ": still here\n\n");
  }
}

/** Sends every event after `after` that the member may see, until it hangs up or its session ends. */
export async function streamEvents(
  services: Needs,
  context: Pick<RequestContext, "member" | "identityNow">,
  response: Response,
  after: string,
): Promise<void> {
  const { projector, drain, metrics } = services;
  response.status(200).set({ "content-type": "text/event-stream", "cache-control": "no-store" });
  response.flushHeaders();
  metrics.eventStreams.inc();
  response.once("close", () => metrics.eventStreams.dec());
  const rest = new WakeableRest();
  const wake = () => rest.poke();
  const unsubscribe = projector.onAdvance(wake);
  response.once("close", wake);
  drain.signal.addEventListener("abort", wake, { once: true });
  try {
    await sendOn(services, context, response, after, rest);
  } finally {
    unsubscribe();
    drain.signal.removeEventListener("abort", wake);
  }
  // Listeners come back at once, to another gateway or to this one's successor.
  if (drain.hasBegun && !response.closed) await write(response, "retry: 1000\n\n");
  response.end();
}
