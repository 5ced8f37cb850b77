import { ZeroHash } from "ethers";
import { LedgerCallError } from "../errors/LedgerCallError.ts";
import { decodeLedgerEvents } from "../events/decodeLedgerEvents.ts";
import type { EventArgs, EventName, LedgerEvent } from "../events/ledgerEvent.ts";
import { callEncoder } from "./callEncoder.ts";
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

async function encoded<Name extends ContractName>(
  ledger: Ledger,
  name: Name,
  call: string,
  { ref = ZeroHash }: WriteParameters,
  encode: EncodeCall<Name>,
): Promise<string> {
  try {
    return (await encode(callEncoder(name), ref)).data ?? "0x";
  } catch (thrown) {
    throw await toLedgerError(thrown, call, ledger.errorContext);
  }
}

/**
 * Makes one call of a contract of the ledger and decodes what it emitted.
 *
 * @throws LedgerCallError `ledger-argument-invalid`; another error of the SDK for a value that can't be; whatever
 * `submit` throws, which is a LedgerError when the ledger refuses
 */
export async function writeContract<Name extends ContractName>(
  ledger: Ledger,
  name: Name,
  verb: string,
  parameters: WriteParameters,
  encode: EncodeCall<Name>,
): Promise<WriteOutcome<Name>> {
  const call = `${name}.${verb}`;
  const data = await encoded(ledger, name, call, parameters, encode);
  const to = ledger.deployment.addresses[name];
  const { transactionHash, blockNumber, logs } = await ledger.submit({
    to,
    data,
    contract: name,
    verb,
  });
  const events = decodeLedgerEvents(ledger.deployment, logs);
  const written: WriteReturnType = { transactionHash, blockNumber, events };
  return {
    written,
    eventOf(event) {
      const found = events.find((each) => each.contract === name && each.name === event);
      if (found !== undefined) return found.args as EventArgs<Name, typeof event>;
      const sentence = `Transaction ${transactionHash} of ${call} emitted no ${event}.`;
      throw new LedgerCallError("ledger-event-missing", sentence);
    },
  };
}
