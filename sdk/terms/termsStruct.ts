import { currencyToBytes3 } from "../money/currencyToBytes3.ts";
import { civilDateToDay } from "../time/civilDateToDay.ts";
import { feeKinds } from "../vocabulary/feeKinds.ts";
import { numberOf } from "../vocabulary/numberOf.ts";
import type { ReceivableTerms } from "./terms.ts";

/** Terms as contracts and signatures spell them: days as numbers, the currency in three bytes. */
export type TermsStruct = ReturnType<typeof termsStruct>;

/**
 * Terms as `IReceivables.Terms` spells them.
 *
 * @throws MoneyError, TimeError or VocabularyError for a currency, a date or a fee that can't be
 */
export function termsStruct(terms: ReceivableTerms) {
  return {
    ...terms,
    currency: currencyToBytes3(terms.currency),
    deliveryDay: civilDateToDay(terms.deliveryDay),
    contractDueDay: civilDateToDay(terms.contractDueDay),
    dueDay: civilDateToDay(terms.dueDay),
    invoices: terms.invoices.map(({ tag, face, used }) => ({ tag, exists: face, amount: used })),
    earlier: terms.earlier.map(({ epoch, tags }) => ({ epoch, tags: [...tags] })),
    fees: terms.fees.map(({ kind, payer, amount }) => ({
      kind: numberOf(feeKinds, kind),
      payer,
      amount,
    })),
  };
}
