import type { IEarlyPayments__factory } from "../../generated/factories/interfaces/IEarlyPayments__factory.ts";
import { earlyPaymentStates } from "../../vocabulary/earlyPaymentStates.ts";
import { lienStates } from "../../vocabulary/lienStates.ts";
import type { SentencesOf } from "../sentencesOf.ts";

/** Why `EarlyPayments` refuses. */
export const earlyPaymentsSentences: SentencesOf<typeof IEarlyPayments__factory.abi> = {
  EarlyPaymentsPaidAboveFace: ({ paid, face }, say) =>
    `${say.amount(paid)} would be paid for a face of ${say.amount(face)}`,
  EarlyPaymentsNotObligor: ({ token, stated, obligor }, say) =>
    `certificate ${token} is owed by ${say.member(obligor)}, not by ${say.member(stated)}`,
  EarlyPaymentsNotHolder: ({ token, stated, holder }, say) =>
    `certificate ${token} is held by ${say.member(holder)}, not by ${say.member(stated)}`,
  EarlyPaymentsTooLate: ({ receivable, today, dueDay }, say) =>
    `nothing of receivable ${receivable} is paid early any more: it is due on ${say.day(dueDay)} and today is ${say.day(today)}, or its settlement has begun`,
  EarlyPaymentsRunOpen: ({ receivable }) =>
    `receivable ${receivable} is being settled, and nothing of it ends otherwise until that is done`,
  EarlyPaymentsRecourse: ({ token }) =>
    `certificate ${token} is financed with recourse, so it is bought back first`,
  EarlyPaymentsNonceUsed: ({ member, nonce }, say) =>
    `${say.member(member)} used or cancelled nonce ${nonce} already`,
  EarlyPaymentsRangeDiffers: ({ value, from, to }, say) =>
    `the bill's range ${from} to ${to} is not as long as the ${say.amount(value)} retired`,
  EarlyPaymentsNothingWaits: ({ earlyPayment, actual }, say) =>
    `early payment ${earlyPayment} is ${say.name(earlyPaymentStates, actual)}, so nothing of it waits`,
  EarlyPaymentsOtherLien: ({ lien, token }) => `lien ${lien} is not over certificate ${token}`,
  EarlyPaymentsLienInactive: ({ lien, actual }, say) =>
    `lien ${lien} is ${say.name(lienStates, actual)}, so nothing is paid on it now`,
  EarlyPaymentsNotSecured: ({ lien, stated, securedParty }, say) =>
    `lien ${lien} secures ${say.member(securedParty)}, not ${say.member(stated)}`,
  EarlyPaymentsAboveLien: ({ lien, face, amount }, say) =>
    face === 0n
      ? `an early payment of lien ${lien} ends some value`
      : `${say.amount(face)} would end and lien ${lien} encumbers ${say.amount(amount)}: the rest is paid to the holder by itself`,
  EarlyPaymentsNotIssuedHere: ({ caller }) =>
    `only the settlement contract reports outcomes, not ${caller}`,
};
