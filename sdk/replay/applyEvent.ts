import type { ReplayEvent } from "./replayEvent.ts";
import type { ReplayTables } from "./replayTables.ts";

/** Writes what one event means into tables. Reads nothing but the event and rows of these tables. */
export type ApplyEvent = (tables: ReplayTables, event: ReplayEvent) => Promise<void> | void;

/** One `apply` per `contract.Event`. */
export type EventHandlers = Readonly<Record<string, ApplyEvent>>;

/**
 * Declares an `apply` whose arguments have the event's own type. The decoder guarantees the shape: it decodes by the
 * same ABI that the type was made from.
 */
export function applyEvent<Args>(
  apply: (tables: ReplayTables, event: ReplayEvent<Args>) => Promise<void> | void,
): ApplyEvent {
  return apply as unknown as ApplyEvent;
}
