import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import type { PartySignature } from "../../signing/partySignature.ts";
import type { Quote } from "../../signing/quote.ts";
import { quoteStruct } from "../../signing/quoteStruct.ts";

export type AcceptQuoteParameters = WriteParameters & {
  /** The quote. */
  readonly quote: Quote;
  /** The financier's signature of a `quoteTypedData`, or `0x` when its account sends the transaction. */
  readonly financier: Pick<PartySignature, "account" | "signature">;
};

export type AcceptQuoteReturnType = WriteReturnType & {
  /** Number of the financing. */
  readonly financing: bigint;
};

export type AcceptQuoteErrorType = LedgerErrorType;

/**
 * Takes a quote, by an account of the holder: the value is held for the financier until it is registered and paid. Taking a
 * quote on a financed certificate resells it.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { financings, quoteTypedData, signTypedMessage } from "@tallystick/sdk";
 *
 * const { quote, terms, invoices } = await scene.quote();
 * const typedData = await quoteTypedData(deployment, { quote, terms, invoices });
 * const signature = await signTypedMessage(signers.financier, typedData);
 * const { financing } = await financings.acceptQuote(supplier, { quote, financier: signature });
 * (await financings.get(supplier, { financing })).state // => "accepted"
 */
export async function acceptQuote(
  ledger: Ledger,
  parameters: AcceptQuoteParameters,
): Promise<AcceptQuoteReturnType> {
  const { quote, financier } = parameters;
  const { written, eventOf } = await writeContract(
    ledger,
    "factoring",
    "acceptQuote",
    parameters,
    (contract, ref) =>
      contract.acceptQuote.populateTransaction(
        quoteStruct(quote),
        financier.account,
        financier.signature,
        ref,
      ),
  );
  const event = eventOf("QuoteAccepted");
  return { ...written, financing: event.financing };
}
