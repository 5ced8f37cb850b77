import type { IReceivables__factory } from "../../generated/factories/interfaces/IReceivables__factory.ts";
import { receivableStates } from "../../vocabulary/receivableStates.ts";
import type { SentencesOf } from "../sentencesOf.ts";

/** Why `Receivables` refuses. */
export const receivablesSentences: SentencesOf<typeof IReceivables__factory.abi> = {
  ReceivablesSameParties: ({ member }, say) => `${say.member(member)} can't owe itself`,
  ReceivablesZeroAmount: () => "a receivable or a fee of nothing can't be registered",
  ReceivablesUnknownCurrency: ({ currency }, say) => `${say.currency(currency)} is no currency`,
  ReceivablesAmountsDiffer: ({ amount, used }, say) =>
    `the invoices' amounts add up to ${say.amount(used)}, and the receivable is of ${say.amount(amount)}`,
  ReceivablesTooManyInvoices: ({ count, limit }) =>
    `${count} invoices are listed and ${limit} is the most`,
  ReceivablesDeliveryAhead: ({ deliveryDay, today }, say) =>
    `the goods are delivered on ${say.day(deliveryDay)}, after today, ${say.day(today)}: nothing is owed yet`,
  ReceivablesDuePassed: ({ dueDay, today }, say) =>
    `it was due on ${say.day(dueDay)}, and today is ${say.day(today)}`,
  ReceivablesDueAfterContract: ({ dueDay, contractDueDay }, say) =>
    `the due day ${say.day(dueDay)} is after the contract's, ${say.day(contractDueDay)}`,
  ReceivablesTenorTooLong: ({ days_, hardCap }) =>
    `it runs for ${days_} days and ${hardCap} is the most`,
  ReceivablesLongTermReasonMissing: ({ daysAfterDelivery, allowed }) =>
    `a small creditor would wait ${daysAfterDelivery} days after delivery; above ${allowed} days a reason is needed`,
  ReceivablesConfirmationFeeOnSupplier: ({ payer }, say) =>
    `${say.member(payer)} can't be charged for the confirmation`,
  ReceivablesFeePayer: ({ payer }, say) =>
    `${say.member(payer)} is neither obligor nor creditor, so it pays no fee`,
  ReceivablesTooManyFees: ({ count, limit }) => `${count} fees are listed and ${limit} is the most`,
  ReceivablesShareTooLarge: ({ share, most }) =>
    `the obligor can't bear ${share} basis points of the interest, only up to ${most}`,
  ReceivablesLimitExceeded: ({ obligor, currency, limit, inUse, asked }, say) =>
    `${say.member(obligor)}'s limit is ${say.money(limit, currency)}, ${say.figure(inUse, currency)} is in use, this asks for ${say.figure(asked, currency)}`,
  ReceivablesLimitAboveCeiling: ({ obligor, currency, asked, ceiling }, say) =>
    `${say.member(obligor)}'s limit can't be ${say.money(asked, currency)}, since its ceiling is ${say.money(ceiling, currency)}`,
  ReceivablesAcceptByPassed: ({ receivable, now_, acceptBy }, say) =>
    `receivable ${receivable} could be accepted until ${say.time(acceptBy)}, and it is ${say.time(now_)}`,
  ReceivablesAcceptByNotPassed: ({ receivable, now_, acceptBy }, say) =>
    `receivable ${receivable} can be accepted until ${say.time(acceptBy)}, and it is ${say.time(now_)}`,
  ReceivablesAcceptByTooFar: ({ acceptBy, latest }, say) =>
    `the creditor can't have until ${say.time(acceptBy)} to accept, only until ${say.time(latest)}`,
  ReceivablesDocumentRootMissing: () => "no trade documents are named",
  ReceivablesUnknown: ({ receivable }) => `there is no receivable ${receivable}`,
  ReceivablesWrongState: ({ receivable, actual, needed }, say) =>
    `receivable ${receivable} is ${say.name(receivableStates, actual)} and would have to be ${say.name(receivableStates, needed)}`,
  ReceivablesTermsRegistered: ({ receivable }) =>
    `equal terms are registered already, as receivable ${receivable}; another salt makes them different`,
  ReceivablesTermsDiffer: ({ receivable }) =>
    `the terms presented are not those that receivable ${receivable} was registered with`,
  ReceivablesNotParty: ({ receivable, member }, say) =>
    receivable === 0n
      ? `${say.member(member)} is neither obligor nor creditor of these terms`
      : `this is not for ${say.member(member)} to do on receivable ${receivable}`,
  ReceivablesExceedsOpen: ({ receivable, openAmount, asked }, say) =>
    `${say.moneyOf(openAmount, receivable)} of receivable ${receivable} is open, this asks for ${say.moneyOf(asked, receivable)}`,
  ReceivablesStillLive: ({ receivable, live }, say) =>
    `certificates of receivable ${receivable} over ${say.moneyOf(live, receivable)} still live`,
};
