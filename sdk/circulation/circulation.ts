import type { Ledger } from "../ledger/ledger.ts";
import { type WriteReturnType, writeContract } from "../ledger/writeContract.ts";
import type { WriteParameters } from "../ledger/writeParameters.ts";
import type { PartySignature } from "../signing/partySignature.ts";
import type { SplitTokenName } from "./splitTokenName.ts";

type Parameters<Its> = WriteParameters & Its;
type Passing = { readonly to: number; readonly value: bigint; readonly tradeReference: string };
type OnToken = { readonly token: bigint };
type OnOffer = { readonly offer: bigint };
/** A write and the token that it minted. */
type Minted = { readonly written: WriteReturnType; readonly token: bigint };

/**
 * The verbs that certificates and warehouse receipts have in common, by their names in `ISplitToken`; both nouns' actions
 * are made of them.
 */
export function circulation(name: SplitTokenName) {
  return {
    split: async (ledger: Ledger, p: Parameters<OnToken & { readonly value: bigint }>) => {
      const { written, eventOf } = await writeContract(ledger, name, "split", p, (to, ref) =>
        to.split.populateTransaction(p.token, p.value, ref),
      );
      return { written, token: eventOf("SplitToSelf").id } satisfies Minted;
    },
    merge: async (
      ledger: Ledger,
      p: Parameters<OnToken & { readonly others: readonly bigint[] }>,
    ) => {
      const { written } = await writeContract(ledger, name, "merge", p, (to, ref) =>
        to.merge.populateTransaction(p.token, [...p.others], ref),
      );
      return written;
    },
    transfer: async (ledger: Ledger, p: Parameters<OnToken & Passing>) => {
      const { written, eventOf } = await writeContract(ledger, name, "transfer", p, (to, ref) =>
        to.transfer.populateTransaction(p.token, p.to, p.value, p.tradeReference, ref),
      );
      return { written, token: eventOf("Passed").id } satisfies Minted;
    },
    transferBatch: async (
      ledger: Ledger,
      p: Parameters<OnToken & { readonly passes: readonly Passing[] }>,
    ) => {
      const { written } = await writeContract(ledger, name, "transferBatch", p, (to, ref) =>
        to.transferBatch.populateTransaction(p.token, [...p.passes], ref),
      );
      const tokens = written.events.flatMap((event) =>
        event.contract === name && event.name === "Passed" ? [event.args.id] : [],
      );
      return { written, tokens };
    },
    transferWithAcceptance: async (
      ledger: Ledger,
      p: Parameters<
        OnToken & Passing & { readonly nonce: bigint; readonly recipient: PartySignature }
      >,
    ) => {
      const { token, to, value, tradeReference, nonce, recipient } = p;
      const { account, deadline, epoch, signature } = recipient;
      const signed = { token, to, value, tradeReference, nonce, deadline, epoch };
      const verb = "transferWithAcceptance";
      const { written, eventOf } = await writeContract(ledger, name, verb, p, (contract, ref) =>
        contract.transferWithAcceptance.populateTransaction(signed, account, signature, ref),
      );
      return { written, token: eventOf("Passed").id } satisfies Minted;
    },
    ...offering(name),
    ...accepting(name),
  };
}

function offering(name: SplitTokenName) {
  return {
    offer: async (
      ledger: Ledger,
      p: Parameters<OnToken & Passing & { readonly expiresAt: number }>,
    ) => {
      const { written, eventOf } = await writeContract(ledger, name, "offer", p, (to, ref) =>
        to.offer.populateTransaction(p.token, p.to, p.value, p.expiresAt, p.tradeReference, ref),
      );
      return { ...written, offer: eventOf("Offered").offerId };
    },
    acceptOffer: async (ledger: Ledger, p: Parameters<OnOffer>) => {
      const { written, eventOf } = await writeContract(ledger, name, "acceptOffer", p, (to, ref) =>
        to.acceptOffer.populateTransaction(p.offer, ref),
      );
      return { written, token: eventOf("OfferAccepted").childId } satisfies Minted;
    },
    declineOffer: async (ledger: Ledger, p: Parameters<OnOffer>) => {
      const { written } = await writeContract(ledger, name, "declineOffer", p, (to, ref) =>
        to.declineOffer.populateTransaction(p.offer, ref),
      );
      return written;
    },
    cancelOffer: async (ledger: Ledger, p: Parameters<OnOffer>) => {
      const { written } = await writeContract(ledger, name, "cancelOffer", p, (to, ref) =>
        to.cancelOffer.populateTransaction(p.offer, ref),
      );
      return written;
    },
    expireOffer: async (ledger: Ledger, p: Parameters<OnOffer>) => {
      const { written } = await writeContract(ledger, name, "expireOffer", p, (to, ref) =>
        to.expireOffer.populateTransaction(p.offer, ref),
      );
      return written;
    },
  };
}

function accepting(name: SplitTokenName) {
  return {
    setStandingAcceptance: async (
      ledger: Ledger,
      p: Parameters<{
        readonly sender: number;
        readonly until: number;
        readonly framework: string;
      }>,
    ) => {
      const verb = "setStandingAcceptance";
      const { written } = await writeContract(ledger, name, verb, p, (to, ref) =>
        to.setStandingAcceptance.populateTransaction(p.sender, p.until, p.framework, ref),
      );
      return written;
    },
    cancelNonce: async (ledger: Ledger, p: Parameters<{ readonly nonce: bigint }>) => {
      const { written } = await writeContract(ledger, name, "cancelNonce", p, (to, ref) =>
        to.cancelNonce.populateTransaction(p.nonce, ref),
      );
      return written;
    },
  };
}
