import { ZeroHash } from "ethers";
import { LedgerCallError } from "../errors/LedgerCallError.ts";
import { decodeLedgerEvents } from "../events/decodeLedgerEvents.ts";
import type { EventArgs, EventName, LedgerEvent } from "../events/ledgerEvent.ts";
import { contractOf } from "./contractOf.ts";
import type { ContractName, ContractTypes } from "./contractTypes.ts";
import type { Ledger } from "./ledger.ts";
import { toLedgerError } from "./toLedgerError.ts";
import type { WriteParameters } from "./writeParameters.ts";

/** What every write gives beside the ids it made. */
export type WriteReturnType = {
  readonly transactionHash: string;
  readonly blockNumber: number;
  /** Every event that the transaction emitted, in order. */
  readonly events: readonly LedgerEvent[];
};

/** The outcome of one call, whose own events can be asked for. */
export type WriteOutcome<Name extends ContractName> = {
  readonly written: WriteReturnType;
  /** Arguments of the first event of this name of the called contract; it throws when there is none. */
  eventOf<Event extends EventName<Name>>(event: Event): EventArgs<Name, Event>;
};

/** How to encode one call: the contract gives the ABI, `ref` goes in last. */
export type EncodeCall<Name extends ContractName> = (
  contract: ContractTypes[Name],
  ref: string,
) => Promise<{ readonly data?: string }>;

async function include<Name extends ContractName>(
  ledger: Ledger,
  name: Name,
  verb: string,
  { ref = ZeroHash }: WriteParameters,
  encode: EncodeCall<Name>,
): Promise<WriteReturnType> {
  const { data = "0x" } = await encode(contractOf(ledger, name), ref);
  const to = ledger.deployment.addresses[name];
  const receipt = await ledger.submit({ to, data, contract: name, verb });
  const { transactionHash, blockNumber, logs } = receipt;
  return { transactionHash, blockNumber, events: decodeLedgerEvents(ledger.deployment, logs) };
}

/** What a caller's own `submit` throws is the caller's: it goes through unless it carries a reason of the ledger. */
async function toWriteError(thrown: unknown, call: string, ledger: Ledger): Promise<unknown> {
  const error = await toLedgerError(thrown, call, ledger.errorContext);
  const isForeign = error instanceof LedgerCallError && error.code === "ledger-unreachable";
  return isForeign ? thrown : error;
}

/**
 * Makes one call of a contract of the ledger and decodes what it emitted.
 *
 * @throws LedgerError when the ledger refuses; LedgerCallError when an argument does not fit or no node answers;
 * whatever else `submit` throws
 */
export async function writeContract<Name extends ContractName>(
  ledger: Ledger,
  name: Name,
  verb: string,
  parameters: WriteParameters,
  encode: EncodeCall<Name>,
): Promise<WriteOutcome<Name>> {
  const call = `${name}.${verb}`;
  let written: WriteReturnType;
  try {
    written = await include(ledger, name, verb, parameters, encode);
  } catch (thrown) {
    throw await toWriteError(thrown, call, ledger);
  }
  return {
    written,
    eventOf(event) {
      const found = written.events.find((each) => each.contract === name && each.name === event);
      if (found !== undefined) return found.args as EventArgs<Name, typeof event>;
      const sentence = `Transaction ${written.transactionHash} of ${call} emitted no ${event}.`;
      throw new LedgerCallError("ledger-event-missing", sentence);
    },
  };
}
