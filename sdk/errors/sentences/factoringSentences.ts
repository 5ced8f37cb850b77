import type { IFactoring__factory } from "../../generated/factories/interfaces/IFactoring__factory.ts";
import { financingStates } from "../../vocabulary/financingStates.ts";
import { receivableStates } from "../../vocabulary/receivableStates.ts";
import type { SentencesOf } from "../sentencesOf.ts";

/** Why `Factoring` refuses. */
export const factoringSentences: SentencesOf<typeof IFactoring__factory.abi> = {
  FactoringUnknown: ({ financing }) => `there is no financing ${financing}`,
  FactoringWrongState: ({ financing, actual, needed }, say) =>
    `financing ${financing} is ${say.name(financingStates, actual)} and would have to be ${say.name(financingStates, needed)}`,
  FactoringLegsDiffer: ({ value, sum }, say) =>
    `principal, discount and fee add up to ${say.amount(sum)}, and ${say.amount(value)} is bought`,
  FactoringZeroPrincipal: () => "the quote pays nothing to the holder",
  FactoringClaimOutOfRange: ({ claim, value }, say) =>
    `with recourse the financier claims between 1 and the ${say.amount(value)} bought, not ${say.amount(claim)}`,
  FactoringTermsWithoutRecourse: () =>
    "a quote without recourse states neither a claim nor a buy-back price",
  FactoringInterestShare: ({ asked, allowed }, say) =>
    `the obligor would bear ${say.amount(asked)} of interest and signed for ${say.amount(allowed)} at most`,
  FactoringTermsDiffer: ({ receivable }) =>
    `the quote was made on other terms than those of receivable ${receivable}`,
  FactoringReceivableState: ({ receivable, actual }, say) =>
    `receivable ${receivable} is ${say.name(receivableStates, actual)}, so nothing of it is financed`,
  FactoringCirculationEnded: ({ receivable }) =>
    `receivable ${receivable} is due or being settled, so nothing of it is financed any more`,
  FactoringNonceUsed: ({ member, nonce }, say) =>
    `${say.member(member)} used or cancelled nonce ${nonce} already`,
  FactoringQuoteExpired: ({ deadline, now_ }, say) =>
    `the quote could be accepted until ${say.time(deadline)}, and it is ${say.time(now_)}`,
  FactoringNotHolder: ({ token, member, holder }, say) =>
    `certificate ${token} is ${say.member(holder)}'s to finance, not ${say.member(member)}'s`,
  FactoringNotFinancier: ({ financing, member, financier }, say) =>
    `financing ${financing} is ${say.member(financier)}'s, not ${say.member(member)}'s`,
  FactoringRegistryNumberMissing: () => "a registration needs its number in the registry",
  FactoringRegisteredAhead: ({ registeredAt, now_ }, say) =>
    `it can't be registered at ${say.time(registeredAt)}, since it is ${say.time(now_)}`,
  FactoringRegisterByPassed: ({ now_, registerBy }, say) =>
    `the assignment had to be registered by ${say.time(registerBy)}, and it is ${say.time(now_)}`,
  FactoringRegisterByNotPassed: ({ financing, now_, registerBy }, say) =>
    `financing ${financing} may still be registered until ${say.time(registerBy)}, and it is ${say.time(now_)}`,
  FactoringPayByTooEarly: ({ payBy, registerBy }, say) =>
    `the bank would have until ${say.time(payBy)}, before the registration's ${say.time(registerBy)}`,
  FactoringRecourseDiffers: ({ token }) =>
    `a resale must carry the recourse of certificate ${token} along as it is`,
  FactoringWholeOnly: ({ token, value, asked }, say) =>
    `certificate ${token} is financed with recourse and resold whole, ${say.moneyIn(value, token)}, not in a part of ${say.moneyIn(asked, token)}`,
  FactoringSameParty: ({ member }, say) => `${say.member(member)} can't be on both sides`,
  FactoringNoRecourse: ({ token }) => `nobody stands behind certificate ${token}`,
  FactoringNotInDefault: ({ token, today, defaultDay }, say) =>
    `certificate ${token} is in default from ${say.day(defaultDay)} on, and today is ${say.day(today)}`,
  FactoringNothingOwed: ({ token }) =>
    `the financier of certificate ${token} got its whole claim, so nothing is left to buy back for`,
  FactoringTokenHeld: ({ token, held }, say) =>
    `${say.moneyIn(held, token)} of certificate ${token} is held for another payment`,
  FactoringBuyBackRunning: ({ token, instruction }) =>
    `the buy-back of certificate ${token} is instructed already, by instruction ${instruction}`,
  FactoringNotIssuedHere: ({ caller }) =>
    `only the settlement contract reports outcomes, not ${caller}`,
  FactoringCircularDebtor: ({ debtor }, say) =>
    `${say.member(debtor)} stands behind this certificate, so it buys it back and does not buy it`,
  FactoringOutOfGas: () => "the transaction has too little gas to deliver what was paid",
};
