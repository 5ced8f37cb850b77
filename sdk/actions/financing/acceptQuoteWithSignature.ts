import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import type { PartySignature } from "../../signing/partySignature.ts";
import type { Quote } from "../../signing/quote.ts";
import { quoteStruct } from "../../signing/quoteStruct.ts";

export type AcceptQuoteWithSignatureParameters = WriteParameters & {
  /** The quote. */
  readonly quote: Quote;
  /** The financier's signature of a `quoteTypedData`, or `0x` when its account sends the transaction. */
  readonly financier: Pick<PartySignature, "account" | "signature">;
  /** Nonce of the holder that its signature names. */
  readonly holderNonce: bigint;
  /** The holder's signature. */
  readonly holder: PartySignature;
};

export type AcceptQuoteWithSignatureReturnType = WriteReturnType & {
  /** Number of the financing. */
  readonly financing: bigint;
};

export type AcceptQuoteWithSignatureErrorType = LedgerErrorType;

/**
 * Takes a quote with the holder's signature of a `quoteAcceptanceTypedData`; anyone sends it.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import {
 *   financings, quoteAcceptanceTypedData, quoteTypedData, randomNonce, signTypedMessage,
 * } from "@tallystick/sdk";
 *
 * const { quote, terms, invoices } = await scene.quote();
 * const offered = await quoteTypedData(deployment, { quote, terms, invoices });
 * const holderNonce = randomNonce();
 * const { deadline } = quote;
 * const taken = quoteAcceptanceTypedData(deployment, { quote, nonce: holderNonce, deadline, epoch: 1 });
 * const { financing } = await financings.acceptQuoteWithSignature(anyone, {
 *   quote,
 *   financier: await signTypedMessage(signers.financier, offered),
 *   holderNonce,
 *   holder: await signTypedMessage(signers.supplier, taken),
 * });
 * (await financings.get(anyone, { financing })).holder === who.supplier // => true
 */
export async function acceptQuoteWithSignature(
  ledger: Ledger,
  parameters: AcceptQuoteWithSignatureParameters,
): Promise<AcceptQuoteWithSignatureReturnType> {
  const { quote, financier, holderNonce, holder } = parameters;
  const { written, eventOf } = await writeContract(
    ledger,
    "factoring",
    "acceptQuoteWithSignature",
    parameters,
    (contract, ref) =>
      contract.acceptQuoteWithSignature.populateTransaction(
        quoteStruct(quote),
        financier.account,
        financier.signature,
        holderNonce,
        holder,
        ref,
      ),
  );
  const event = eventOf("QuoteAccepted");
  return { ...written, financing: event.financing };
}
