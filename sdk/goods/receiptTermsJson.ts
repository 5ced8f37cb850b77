import { canonicalJson } from "../documents/canonicalJson.ts";
import { GoodsError } from "../errors/GoodsError.ts";
import { currencyExponent } from "../money/currencyExponent.ts";
import { parseCivilDate } from "../time/parseCivilDate.ts";
import { canonicalGoodsText } from "./canonicalGoodsText.ts";
import type { ReceiptTerms } from "./receiptTerms.ts";
import { unitToBytes3 } from "./unitToBytes3.ts";

const mostLoss = 500;

function said(what: string, text: string): string {
  if (text.trim() !== "") return text;
  throw new GoodsError("goods-text-invalid", `The receipt's ${what} says nothing.`, {
    details: { what },
  });
}

function counted(what: string, quantity: bigint, least: bigint): string {
  if (quantity >= least) return quantity.toString();
  throw new GoodsError("goods-quantity-invalid", `The receipt's ${what} is below ${least}.`, {
    details: { what, quantity: quantity.toString() },
  });
}

function period({ from, until }: ReceiptTerms["storage"]) {
  const days = { from: parseCivilDate(from), until: parseCivilDate(until) };
  if (days.from <= days.until) return days;
  throw new GoodsError("goods-period-invalid", `A period from ${from} can't end on ${until}.`);
}

function money({ minor, currency }: ReceiptTerms["fee"]) {
  currencyExponent(currency);
  return { minor: counted("amount", minor, 0n), currency };
}

/** Everything but the insurance, which a receipt may be without. */
function fieldsOf(terms: ReceiptTerms) {
  const { depositor, goods, lossBasisPoints, fee, issuer } = terms;
  if (!Number.isInteger(lossBasisPoints) || lossBasisPoints < 0 || lossBasisPoints > mostLoss) {
    const sentence = `A loss standard of ${lossBasisPoints} is not 0 to ${mostLoss} basis points.`;
    throw new GoodsError("goods-loss-invalid", sentence);
  }
  unitToBytes3(terms.unit);
  return {
    depositor: {
      name: said("depositor", depositor.name),
      address: said("depositor's address", depositor.address),
    },
    goods: {
      variety: said("variety", goods.variety),
      quality: said("quality", goods.quality),
      packaging: said("packaging", goods.packaging),
      pieces: counted("number of pieces", goods.pieces, 0n),
    },
    mark: canonicalGoodsText("lot mark", terms.mark),
    quantity: counted("quantity", terms.quantity, 1n),
    unit: terms.unit,
    lossBasisPoints,
    place: canonicalGoodsText("place", terms.place),
    storage: period(terms.storage),
    fee: { ...money(fee), per: said("storage fee", fee.per) },
    issuer: {
      name: said("issuer", issuer.name),
      place: said("place of issue", issuer.place),
      date: parseCivilDate(issuer.date),
    },
  };
}

/**
 * The terms of a receipt as the text that is digested and kept: RFC 8785 JSON, quantities and amounts as decimal
 * strings, place and mark in their canonical spelling.
 *
 * @throws GoodsError for a field that says nothing, a quantity below 1, a loss standard above 500 basis points, a period
 * that ends before it begins, or a unit that is none; TimeError or MoneyError for a date or a currency that can't be
 *
 * @example
 * import { receiptTermsJson } from "@tallystick/sdk";
 *
 * const terms = scene.warehouse.terms({ quantity: 8_000n });
 * JSON.parse(receiptTermsJson(terms)).quantity // => "8000"
 */
export function receiptTermsJson(terms: ReceiptTerms): string {
  const { insurance } = terms;
  const insured =
    insurance === undefined
      ? {}
      : {
          insurance: {
            ...money({ ...insurance, per: "" }),
            ...period(insurance),
            insurer: said("insurer", insurance.insurer),
          },
        };
  return canonicalJson({ ...fieldsOf(terms), ...insured });
}
