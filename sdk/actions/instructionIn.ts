import { LedgerCallError } from "../errors/LedgerCallError.ts";
import type { LedgerEvent } from "../events/ledgerEvent.ts";

/**
 * Number of the payment instruction that a transaction issued.
 *
 * @throws LedgerCallError `ledger-event-missing`
 */
export function instructionIn(events: readonly LedgerEvent[]): bigint {
  for (const event of events) {
    if (event.name === "InstructionIssued") return event.args.instruction;
  }
  throw new LedgerCallError("ledger-event-missing", "The call issued no payment instruction.");
}
