import { toQuantity } from "ethers";
import { LedgerCallError } from "../../errors/LedgerCallError.ts";
import { decodeLedgerEvents } from "../../events/decodeLedgerEvents.ts";
import { ledgerInterfaces } from "../../events/ledgerInterfaces.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import type { ReceivableTerms } from "../../terms/terms.ts";
import { termsFromEvent } from "../../terms/termsFromEvent.ts";

export type GetTermsParameters = {
  /** Which receivable. */
  readonly receivable: number;
};

export type GetTermsReturnType = ReceivableTerms;

export type GetTermsErrorType = LedgerErrorType;

/**
 * The terms that a receivable was registered with, from its event: what a party needs to confirm or to sign them.
 *
 * @throws LedgerCallError `ledger-event-missing` when the node has no such registration
 *
 * @example
 * import { receivables } from "@tallystick/sdk";
 *
 * const { receivable, terms } = await scene.registered();
 * await receivables.getTerms(obligor, { receivable }) // => terms
 */
export async function getTerms(
  ledger: Ledger,
  { receivable }: GetTermsParameters,
): Promise<GetTermsReturnType> {
  const { block, addresses } = ledger.deployment;
  const filter = {
    address: addresses.receivables,
    topics: ledgerInterfaces.receivables.encodeFilterTopics("ReceivableRegistered", [receivable]),
    fromBlock: toQuantity(block),
    toBlock: "latest",
  };
  const logs = await ledger.provider.getLogs(filter);
  for (const event of decodeLedgerEvents(ledger.deployment, logs)) {
    if (event.name === "ReceivableRegistered") return termsFromEvent(event.args);
  }
  const sentence = `The node has no registration of receivable ${receivable}.`;
  throw new LedgerCallError("ledger-event-missing", sentence);
}
