import type { EventHandlers } from "@tallystick/sdk";
import { ProjectionDefect } from "./projectionDefect.ts";

/**
 * Checks that each event that the contracts can emit has an `apply` or is listed as record-only, and that no `apply`
 * waits for an event that doesn't exist. Rejecting at start beats stopping at the first odd event.
 */
export function checkHandlers(
  eventNames: ReadonlySet<string>,
  handlers: EventHandlers,
  recordOnly: ReadonlySet<string>,
): void {
  const handled = new Set([...Object.keys(handlers), ...recordOnly]);
  const missing = [...eventNames].filter((name) => !handled.has(name));
  if (missing.length > 0) {
    throw new ProjectionDefect(
      `These events have no apply and are not record-only: ${missing.join(", ")}.`,
    );
  }
  const unknown = [...handled].filter((name) => !eventNames.has(name));
  if (unknown.length > 0) {
    throw new ProjectionDefect(`No contract emits these events: ${unknown.join(", ")}.`);
  }
}
