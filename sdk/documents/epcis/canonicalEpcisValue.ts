import { canonicalDigitalLink } from "./canonicalDigitalLink.ts";
import { digitalLinkOfUrn } from "./digitalLinkOfUrn.ts";
import type { EpcisPrefixes } from "./epcisPrefixes.ts";

const cbv = "https://ref.gs1.org/cbv/";

const oldVocabulary: readonly (readonly [string, string])[] = [
  ["urn:epcglobal:cbv:bizstep:", `${cbv}BizStep-`],
  ["urn:epcglobal:cbv:disp:", `${cbv}Disp-`],
  ["urn:epcglobal:cbv:btt:", `${cbv}BTT-`],
  ["urn:epcglobal:cbv:sdt:", `${cbv}SDT-`],
  ["urn:epcglobal:cbv:er:", `${cbv}ER-`],
];

// A bare word of the vocabulary, by the field that it stands in.
const vocabularyOf: Readonly<Record<string, string>> = {
  bizStep: `${cbv}BizStep-`,
  disposition: `${cbv}Disp-`,
  set: `${cbv}Disp-`,
  unset: `${cbv}Disp-`,
  bizTransactionType: `${cbv}BTT-`,
  sourceType: `${cbv}SDT-`,
  destinationType: `${cbv}SDT-`,
  component: `${cbv}Comp-`,
  sensorType: "https://ref.gs1.org/voc/",
  exception: "https://ref.gs1.org/voc/",
};

/**
 * A value of an event as its hash takes it (CBV 2.0 section 8.9, steps 5, 6 and 14 to 18): blanks cut off, numbers
 * without needless zeros, vocabulary and identifiers as full GS1 addresses.
 *
 * @param field which vocabulary a bare word belongs to
 */
export function canonicalEpcisValue(
  value: string | number | boolean,
  prefixes: EpcisPrefixes,
  field = "",
): string {
  if (typeof value === "boolean") return String(value);
  const text = typeof value === "number" ? plainNumber(value) : value.trim();
  const vocabulary = Object.hasOwn(vocabularyOf, field) ? vocabularyOf[field] : undefined;
  if (vocabulary !== undefined && /^[A-Za-z][\w-]*$/.test(text)) return vocabulary + text;
  const old = oldVocabulary.find(([start]) => text.startsWith(start));
  if (old !== undefined) return old[1] + text.slice(old[0].length);
  const number = canonicalNumber(text);
  if (number !== undefined) return number;
  const expanded = expand(text, prefixes);
  return digitalLinkOfUrn(expanded) ?? canonicalDigitalLink(expanded) ?? expanded;
}

/** Without the exponent that JavaScript writes very large and very small numbers with. */
function plainNumber(value: number): string {
  const text = String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (match === null) return text;
  const [, sign = "", first = "", rest = "", power = "0"] = match;
  const exponent = Number(power);
  const digits = first + rest;
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${digits}`;
  return sign + digits.padEnd(exponent + 1, "0");
}

function canonicalNumber(text: string): string | undefined {
  const match = /^([+-]?)0*(\d+)(?:\.(\d*))?$/.exec(text);
  if (match === null || text.length > 400) return undefined;
  const [, sign = "", whole = "", decimals = ""] = match;
  const fraction = decimals.replace(/0+$/, "");
  const isZero = whole === "0" && fraction === "";
  const minus = sign === "-" && !isZero ? "-" : "";
  return minus + whole + (fraction === "" ? "" : `.${fraction}`);
}

/** A compact name as its full one. */
function expand(text: string, prefixes: EpcisPrefixes): string {
  const colon = text.indexOf(":");
  if (colon === -1 || text.startsWith("//", colon + 1)) return text;
  const namespace = prefixes.get(text.slice(0, colon));
  return namespace === undefined ? text : namespace + text.slice(colon + 1);
}
