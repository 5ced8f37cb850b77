import type { Server } from "node:http";
import { Server as NetServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { Drain } from "./drain.ts";

/** Longer than a write waits for its block, after which it is answered 202. */
const LONGEST_MS = 25_000;
/** For requests that were sent before their clients could know. */
const LINGER_MS = 500;

/**
 * Lets everything at work finish. New connections are refused at once; one that is open may bring the request that is on
 * its way, and closes with its answer.
 */
export async function drainServer(server: Server, drain: Drain): Promise<void> {
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  drain.begin();
  server.keepAliveTimeout = LINGER_MS;
  // node's HTTP server would cut idle connections here, and with them requests that it has not read yet.
  NetServer.prototype.close.call(server, () => resolve());
  const cut = setTimeout(() => server.closeAllConnections(), LONGEST_MS);
  let isEnded = false;
  void ended.then(() => {
    isEnded = true;
  });
  await pause(LINGER_MS);
  while (!isEnded) {
    server.closeIdleConnections();
    await Promise.race([ended, pause(50)]);
  }
  clearTimeout(cut);
}
