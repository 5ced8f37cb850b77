import { type Quote, randomNonce } from "@tallystick/sdk";
import type { z } from "zod";
import { ProblemError } from "../../errors/problemError.ts";
import type { FinancingRequestRow } from "../financingRequest/financingRequestReadModel.ts";
import type { ReceivableRow } from "../receivable/receivableRow.ts";
import type { quoteFields } from "./quoteFields.ts";

/** What a financier states. */
export type StatedQuote = z.output<typeof quoteFields>;

const PAY_WITHIN_SECONDS = 3 * 86_400;

function refuse(sentence: string): never {
  throw new ProblemError("unprocessable", sentence);
}

/** What the ledger would refuse at acceptance is told to the financier now, since its signature is all that there is. */
function check(quote: Quote, shareBasisPoints: number, isResale: boolean, now: number): void {
  const { value, principal, discount, fee, obligorInterest, recourse, claim } = quote;
  const legs = principal + discount + fee;
  if (legs !== value) refuse(`Principal, discount and fee add up to ${legs}, not to ${value}.`);
  const share = isResale ? 0n : BigInt(shareBasisPoints);
  const allowed = ((discount + obligorInterest) * share) / 10_000n;
  if (obligorInterest > allowed) {
    refuse(`The obligor bears at most ${allowed} minor units of interest, not ${obligorInterest}.`);
  }
  if (recourse && claim > value) refuse(`The claim of ${claim} is above the value of ${value}.`);
  if (quote.deadline <= now) refuse("The quote's deadline is over by the ledger's clock.");
  if (quote.payBy < quote.registerBy) refuse("The payment would end before the registration.");
}

/** Every term of a quote, from what the financier states, the request and the receivable. */
export function quoteTerms(
  stated: StatedQuote,
  request: FinancingRequestRow,
  receivable: ReceivableRow,
  signer: { readonly financier: number; readonly epoch: number; readonly now: Date },
): Quote {
  const { recourse, registerBy, payBy = registerBy + PAY_WITHIN_SECONDS, deadline, bank } = stated;
  const { claimMinor = request.value_minor, buyBackPriceMinor = 0n } = stated;
  const quote: Quote = {
    certificate: request.certificate_id,
    financier: signer.financier,
    holder: Number(request.holder),
    value: request.value_minor,
    principal: stated.principalMinor,
    discount: stated.discountMinor,
    fee: stated.feeMinor,
    obligorInterest: stated.obligorInterestMinor ?? 0n,
    recourse,
    claim: recourse ? claimMinor : 0n,
    buyBackPrice: recourse ? buyBackPriceMinor : 0n,
    bank,
    registerBy,
    payBy,
    termsDigest: receivable.terms_digest,
    nonce: randomNonce(),
    deadline,
    epoch: signer.epoch,
  };
  const now = Math.floor(signer.now.getTime() / 1000);
  check(quote, receivable.obligor_interest_share, request.financed, now);
  return quote;
}
