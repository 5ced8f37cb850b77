import { gs1CheckDigit } from "../gs1/gs1CheckDigit.ts";
import { isGs1Key } from "../gs1/isGs1Key.ts";
import { canonicalDigitalLink } from "./canonicalDigitalLink.ts";

// How many digits company prefix and reference have together (Tag Data Standard 2.0).
const lengths: Readonly<Record<string, number>> = {
  ...{ sgtin: 13, lgtin: 13, upui: 13, itip: 13, sscc: 17, gsrn: 17, gsrnp: 17, gsin: 16 },
  ...{ sgln: 12, pgln: 12, grai: 12, gdti: 12, sgcn: 12 },
};

// How many characters of a key end with its check digit; zero for all of them.
const checked: Readonly<Record<string, number>> = {
  ...{ "00": 0, "01": 0, "402": 0, "414": 0, "417": 0, "8017": 0, "8018": 0 },
  ...{ "253": 13, "255": 13, "8003": 14, "8006": 14 },
};

/** What is wrong with a GS1 identifier in an event, or undefined. Other texts are right. */
export function identifierProblem(text: string): string | undefined {
  const shown = text.slice(0, 80);
  const urn = /^urn:epc:(?:id|class|idpat):([a-z]+):([^.]*)\.([^.]*)/.exec(text);
  if (urn !== null) {
    const [, scheme = "", company = "", reference = ""] = urn;
    const length = Object.hasOwn(lengths, scheme) ? lengths[scheme] : undefined;
    if (length === undefined) return undefined;
    const digits = company + (reference === "*" ? "" : reference);
    const fits = reference === "*" ? digits.length < length : digits.length === length;
    if (fits && /^\d*$/.test(digits)) return undefined;
    return `"${shown}" is not ${length} digits of company prefix and reference.`;
  }
  const link = canonicalDigitalLink(text);
  const [key = "", value = ""] = link?.split("/").slice(3) ?? [];
  const end = Object.hasOwn(checked, key) ? checked[key] : undefined;
  if (link === undefined || end === undefined) return undefined;
  const digits = end === 0 ? value : value.slice(0, end);
  if (isGs1Key(digits)) return undefined;
  const right = gs1CheckDigit(digits.slice(0, -1)) ?? "another one";
  return `"${shown}" has the check digit ${digits.at(-1) ?? ""}; it should be ${right}.`;
}
