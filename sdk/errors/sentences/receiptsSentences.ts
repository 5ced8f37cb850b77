import type { IReceiptDelivery__factory } from "../../generated/factories/interfaces/IReceiptDelivery__factory.ts";
import type { SentencesOf } from "../sentencesOf.ts";

/** Why warehouse receipts refuse to begin and to end; `splitTokenSentences` says why they refuse to circulate. */
export const receiptsSentences: SentencesOf<typeof IReceiptDelivery__factory.abi> = {
  ReceiptsNoTerms: ({ lot }) => `a receipt over lot ${lot} is without terms`,
  ReceiptsNonceUsed: ({ member, nonce }, say) =>
    `an order of ${say.member(member)} under nonce ${nonce} was carried out or cancelled`,
  ReceiptsOtherHold: ({ holdId, token, stated }) =>
    token === 0n
      ? `hold ${holdId} has ended`
      : `hold ${holdId} is on receipt ${token}, not on receipt ${stated}`,
  ReceiptsNotApproved: ({ holdId, approved, asked }) =>
    `${approved} of hold ${holdId} is approved for pick-up, this asks for ${asked}`,
  ReceiptsOtherReplacement: ({ holdId }) => `hold ${holdId} is not approved for that replacement`,
  ReceiptsNoReplacement: ({ lot, newLot }) =>
    `goods of lot ${newLot} don't replace goods of lot ${lot}: another lot with the same unit does`,
};
