import type { ISettlement__factory } from "../../generated/factories/interfaces/ISettlement.sol/ISettlement__factory.ts";
import { instructionKinds } from "../../vocabulary/instructionKinds.ts";
import { instructionStates } from "../../vocabulary/instructionStates.ts";
import type { SentencesOf } from "../sentencesOf.ts";

/** Why `Settlement` refuses. */
export const settlementSentences: SentencesOf<typeof ISettlement__factory.abi> = {
  SettlementUnknown: ({ instruction }) => `there is no payment instruction ${instruction}`,
  SettlementWrongState: ({ instruction, actual, needed }, say) =>
    `instruction ${instruction} is ${say.name(instructionStates, actual)} and would have to be ${say.name(instructionStates, needed)}`,
  SettlementNotBank: ({ instruction, member, bank }, say) =>
    instruction === 0n
      ? `${say.member(member)} can't attest for ${say.member(bank)}`
      : `instruction ${instruction} is for ${say.member(bank)} to execute and attest, not for ${say.member(member)}`,
  SettlementNotParty: ({ instruction, member }, say) =>
    `${say.member(member)} is no party of instruction ${instruction}`,
  SettlementNotIssuer: ({ instruction, caller, issuer }) =>
    `instruction ${instruction} was issued by contract ${issuer}, not by ${caller}`,
  SettlementReferenceUsed: ({ bank, bankReference, instruction }, say) =>
    `${say.member(bank)} attested instruction ${instruction} under its reference ${bankReference} already`,
  SettlementOutcomeMissing: () => "an attestation says that it was paid or that it was returned",
  SettlementReturnDiffers: ({ instruction, amount, needed }, say) =>
    `a return of instruction ${instruction} states its accounts, currency and ${say.amount(needed)}; this states ${say.amount(amount)}`,
  SettlementExpired: ({ instruction, now_, expiresAt }, say) =>
    `${instruction === 0n ? "the instruction would have" : `instruction ${instruction}`} expired at ${say.time(expiresAt)}, and it is ${say.time(now_)}`,
  SettlementNotExpired: ({ instruction, now_, expiresAt }, say) =>
    `instruction ${instruction} stands until ${say.time(expiresAt)}, and it is ${say.time(now_)}`,
  SettlementCutOff: ({ instruction }) =>
    `what instruction ${instruction} pays for is past its cut-off, so no bank accepts it any more`,
  SettlementTooEarly: ({ instruction, today, from }, say) =>
    `instruction ${instruction} can be ended from ${say.day(from)} on, and today is ${say.day(today)}`,
  SettlementLegsDiffer: ({ amount, sum }, say) =>
    `the legs add up to ${say.amount(sum)} and the instruction is of ${say.amount(amount)}`,
  SettlementTooManyLegs: ({ count, limit }) =>
    `the instruction has ${count} legs; it may have 1 to ${limit}`,
  SettlementZeroAmount: () => "an instruction or attestation of nothing pays nothing",
  SettlementKindMissing: () => "an instruction says what it pays for",
  SettlementPayee: ({ kind, payee }, say) =>
    `an instruction of kind ${say.name(instructionKinds, kind)} can't have ${say.member(payee)} as its payee`,
  SettlementSameParties: ({ member }, say) => `${say.member(member)} can't pay itself`,
  SettlementValueDayAhead: ({ valueDay, latest }, say) =>
    `the value day ${say.day(valueDay)} is after ${say.day(latest)}, the latest possible`,
  SettlementValueDayPast: ({ valueDay, today }, say) =>
    `the value day ${say.day(valueDay)} is over: today is ${say.day(today)}`,
  SettlementUnknownUnmatched: ({ unmatched }) => `there is no unmatched payment ${unmatched}`,
  SettlementAlreadyMatched: ({ unmatched }) => `payment ${unmatched} was matched already`,
  SettlementMatchDiffers: ({ unmatched, instruction, amount, needed }, say) =>
    `payment ${unmatched} of ${say.amount(amount)} does not fit instruction ${instruction} of ${say.amount(needed)}: bank, payer's account, currency or amount differ`,
};
