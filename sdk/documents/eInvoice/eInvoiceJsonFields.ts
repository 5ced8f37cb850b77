import { isRecord } from "../isRecord.ts";
import type { EInvoiceField, EInvoiceFields } from "./eInvoiceFields.ts";
import { eInvoiceNames } from "./eInvoiceNames.ts";

const partyNames: readonly (readonly [RegExp, "seller" | "buyer"])[] = [
  [/^(销售方|销方|卖方|seller)(信息|information)?$/u, "seller"],
  [/^(购买方|购方|买方|buyer|purchaser)(信息|information)?$/u, "buyer"],
];
const idNames =
  /^(纳税人识别号|统一社会信用代码|统一社会信用代码纳税人识别号|税号|taxid|taxno|taxnumber|uscc|id|idnum)$/u;
const nameNames = /^(名称|name)$/u;

/**
 * Finds the fields of a Chinese e-invoice in JSON, flat or with an object for each party.
 *
 * @returns undefined when the value is no object
 */
export function eInvoiceJsonFields(value: unknown): EInvoiceFields | undefined {
  if (!isRecord(value)) return undefined;
  const [only] = Object.entries(value);
  // One object around everything, such as {"invoice": {…}}.
  const wrapped = Object.keys(value).length === 1 && only !== undefined && isRecord(only[1]);
  const found = new Map<string, EInvoiceField>();
  gather(wrapped && isRecord(only[1]) ? only[1] : value, wrapped ? `/${only[0]}` : "", found);
  const field = (name: keyof EInvoiceFields): EInvoiceField | undefined => {
    const key = eInvoiceNames[name].find((each) => found.has(each));
    return key === undefined ? undefined : found.get(key);
  };
  return {
    number: field("number"),
    code: field("code"),
    issued: field("issued"),
    due: field("due"),
    sellerName: field("sellerName"),
    sellerId: field("sellerId"),
    buyerName: field("buyerName"),
    buyerId: field("buyerId"),
    net: field("net"),
    tax: field("tax"),
    total: field("total"),
    currency: field("currency"),
  };
}

function gather(
  members: Readonly<Record<string, unknown>>,
  path: string,
  found: Map<string, EInvoiceField>,
): void {
  for (const [key, value] of Object.entries(members)) {
    const name = plain(key);
    const here = `${path}/${key}`;
    const party = partyNames.find(([pattern]) => pattern.test(name))?.[1];
    if (party !== undefined && isRecord(value)) gatherParty(party, value, here, found);
    const text = textOf(value);
    if (text !== "" && !found.has(name)) found.set(name, { text, path: here });
  }
}

function gatherParty(
  party: "seller" | "buyer",
  members: Readonly<Record<string, unknown>>,
  path: string,
  found: Map<string, EInvoiceField>,
): void {
  for (const [key, value] of Object.entries(members)) {
    const name = plain(key);
    const text = textOf(value);
    if (text === "") continue;
    const field = { text, path: `${path}/${key}` };
    if (nameNames.test(name)) found.set(`${party}name`, field);
    else if (idNames.test(name)) found.set(`${party}id`, field);
    else found.set(name, field);
  }
}

function plain(key: string): string {
  return key
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** A number beyond 2^53 has lost digits already, so its text is made unreadable rather than wrong. */
function textOf(value: unknown): string {
  if (typeof value === "string") return value.trim();
  if (typeof value !== "number") return "";
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? `${value}?` : String(value);
}
