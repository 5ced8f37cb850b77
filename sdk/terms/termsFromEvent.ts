import type { EventArgs } from "../events/ledgerEvent.ts";
import { currencyCode } from "../ledger/currencyCode.ts";
import { dayToCivilDate } from "../time/dayToCivilDate.ts";
import { feeKinds } from "../vocabulary/feeKinds.ts";
import { nameAt } from "../vocabulary/nameAt.ts";
import type { ReceivableTerms } from "./terms.ts";

/**
 * The terms that a `ReceivableRegistered` event carries: what a party needs to confirm or to sign them.
 *
 * @example
 * import { receivables, termsFromEvent } from "@tallystick/sdk";
 *
 * const { terms } = await scene.terms();
 * const { events } = await receivables.register(supplier, { terms });
 * const [event] = events.filter(({ name }) => name === "ReceivableRegistered");
 * termsFromEvent(event.args) // => terms
 */
export function termsFromEvent({
  terms,
}: Pick<EventArgs<"receivables", "ReceivableRegistered">, "terms">): ReceivableTerms {
  return {
    obligor: Number(terms.obligor),
    creditor: Number(terms.creditor),
    amount: terms.amount,
    currency: currencyCode(terms.currency),
    deliveryDay: dayToCivilDate(terms.deliveryDay),
    contractDueDay: dayToCivilDate(terms.contractDueDay),
    dueDay: dayToCivilDate(terms.dueDay),
    documentRoot: terms.documentRoot,
    defenceWaiver: terms.defenceWaiver,
    noticeByLedger: terms.noticeByLedger,
    longTermReason: terms.longTermReason,
    obligorInterestShare: Number(terms.obligorInterestShare),
    epoch: Number(terms.epoch),
    invoices: terms.invoices.map(({ tag, exists, amount }) => ({
      tag,
      face: exists,
      used: amount,
    })),
    earlier: terms.earlier.map(({ epoch, tags }) => ({ epoch: Number(epoch), tags: [...tags] })),
    fees: terms.fees.map(({ kind, payer, amount }) => ({
      kind: nameAt(feeKinds, kind),
      payer: Number(payer),
      amount,
    })),
    salt: terms.salt,
  };
}
