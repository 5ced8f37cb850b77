import { LedgerCallError } from "../errors/LedgerCallError.ts";
import { decodeLedgerEvents } from "../events/decodeLedgerEvents.ts";
import type { EventArgs, EventName, LedgerEvent } from "../events/ledgerEvent.ts";
import { contractOf } from "./contractOf.ts";
import type { ContractName, ContractTypes } from "./contractTypes.ts";
import type { Ledger } from "./ledger.ts";
import { toLedgerError } from "./toLedgerError.ts";

/** What every write gives beside the ids it made. */
export type WriteReturnType = {
  readonly transactionHash: string;
  readonly blockNumber: number;
  /** Every event that the transaction emitted, in order. */
  readonly events: readonly LedgerEvent[];
};

/** The outcome of one call, whose own events can be asked for. */
export type WriteOutcome<Name extends ContractName> = WriteReturnType & {
  /** Arguments of the first event of this name of the called contract; it throws when there is none. */
  eventOf<Event extends EventName<Name>>(event: Event): EventArgs<Name, Event>;
};

type Populated = { readonly data?: string };

/**
 * Makes one call of a contract of the ledger and decodes what it emitted.
 *
 * @throws LedgerError when the ledger refuses; LedgerCallError when an argument does not fit or no node answers
 */
export async function writeContract<Name extends ContractName>(
  ledger: Ledger,
  name: Name,
  verb: string,
  encode: (contract: ContractTypes[Name]) => Promise<Populated>,
): Promise<WriteOutcome<Name>> {
  const call = `${name}.${verb}`;
  try {
    const { data = "0x" } = await encode(contractOf(ledger, name));
    const to = ledger.deployment.addresses[name];
    const receipt = await ledger.submit({ to, data, contract: name, verb });
    const events = decodeLedgerEvents(ledger.deployment, receipt.logs);
    const { transactionHash, blockNumber } = receipt;
    return {
      transactionHash,
      blockNumber,
      events,
      eventOf(event) {
        const found = events.find((each) => each.contract === name && each.name === event);
        if (found !== undefined) return found.args as EventArgs<Name, typeof event>;
        const sentence = `Transaction ${transactionHash} of ${call} emitted no ${event}.`;
        throw new LedgerCallError("ledger-event-missing", sentence);
      },
    };
  } catch (thrown) {
    // What a caller's own `submit` throws is the caller's: it goes through as it is unless it carries revert data.
    throw await toWriteError(thrown, call, ledger);
  }
}

async function toWriteError(thrown: unknown, call: string, ledger: Ledger): Promise<unknown> {
  const error = await toLedgerError(thrown, call, ledger.errorContext);
  const unknown = error instanceof LedgerCallError && error.code === "ledger-unreachable";
  return unknown && error !== thrown ? thrown : error;
}
