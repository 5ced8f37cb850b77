import type { LedgerEvent } from "../chain/ledgerEvent.ts";
import type { ProjectionTransaction } from "./projectionTransaction.ts";

/** Writes what one event means into schema `projected`. Reads nothing but the event and projected rows. */
export type ApplyEvent = (
  transaction: ProjectionTransaction,
  event: LedgerEvent,
) => Promise<void> | void;

/** One `apply` per `Contract.Event`. */
export type EventHandlers = Readonly<Record<string, ApplyEvent>>;

/**
 * Declares an `apply` whose arguments have the event's own type. The decoder guarantees the shape: it decodes by the
 * same ABI that the type was made from.
 */
export function applyEvent<Args>(
  apply: (transaction: ProjectionTransaction, event: LedgerEvent<Args>) => Promise<void> | void,
): ApplyEvent {
  return apply as unknown as ApplyEvent;
}
