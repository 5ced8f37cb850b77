import type { EventHandlers } from "./applyEvent.ts";
import { concernedMembers } from "./concernedMembers.ts";
import { membersInvolved } from "./membersInvolved.ts";
import { ReplayDefect } from "./ReplayDefect.ts";
import type { ReplayEvent } from "./replayEvent.ts";
import type { ReplayTables } from "./replayTables.ts";

/** What events mean. */
export type EventMeanings = {
  readonly handlers: EventHandlers;
  /** Events that are recorded and change no row, as `contract.Event`. */
  readonly recordOnly: ReadonlySet<string>;
};

/**
 * Writes what one event means into the tables. Events must come in the order of their keys.
 *
 * @returns the members that the event names or concerns, who may see it
 * @throws ReplayDefect when the event has no meaning, or a row that it needs doesn't exist
 */
export async function foldEvent(
  { handlers, recordOnly }: EventMeanings,
  tables: ReplayTables,
  event: ReplayEvent,
): Promise<readonly bigint[]> {
  const name = `${event.contract}.${event.name}`;
  const apply = handlers[name];
  if (apply !== undefined) await apply(tables, event);
  else if (!recordOnly.has(name)) {
    throw new ReplayDefect(`Event ${name} (${event.key}) has no apply and is not record-only.`);
  }
  const named = membersInvolved(event.args);
  const concerned = await concernedMembers(tables, event);
  return [...new Set([...named, ...concerned])];
}
