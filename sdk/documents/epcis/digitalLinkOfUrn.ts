import { gs1CheckDigit } from "../gs1/gs1CheckDigit.ts";

const domain = "https://id.gs1.org";

type Parts = readonly string[];
type Rule = (parts: Parts) => string;

/** A GTIN of 14 digits: the item reference begins with the indicator digit, which comes first. */
function gtin([company = "", reference = ""]: Parts): string {
  return checked(reference.slice(0, 1) + company + reference.slice(1));
}

function checked(digits: string): string {
  return digits + (gs1CheckDigit(digits) ?? "");
}

const joined = ([company = "", reference = ""]: Parts): string => company + reference;

// Tag Data Standard 2.0: which GS1 application identifier an EPC's scheme is, and where its parts go.
const rules: Readonly<Record<string, Rule>> = {
  sgtin: (parts) => `/01/${gtin(parts)}${serial("21", parts[2])}`,
  lgtin: (parts) => `/01/${gtin(parts)}${serial("10", parts[2])}`,
  upui: (parts) => `/01/${gtin(parts)}${serial("235", parts[2])}`,
  sscc: (parts) => `/00/${gtin(parts)}`,
  sgln: (parts) =>
    `/414/${checked(joined(parts))}${parts[2] === "0" ? "" : serial("254", parts[2])}`,
  pgln: (parts) => `/417/${checked(joined(parts))}`,
  grai: (parts) => `/8003/0${checked(joined(parts))}${known(parts[2])}`,
  giai: (parts) => `/8004/${joined(parts)}`,
  gsrn: (parts) => `/8018/${checked(joined(parts))}`,
  gsrnp: (parts) => `/8017/${checked(joined(parts))}`,
  gdti: (parts) => `/253/${checked(joined(parts))}${known(parts[2])}`,
  sgcn: (parts) => `/255/${checked(joined(parts))}${known(parts[2])}`,
  ginc: (parts) => `/401/${joined(parts)}`,
  gsin: (parts) => `/402/${checked(joined(parts))}`,
  cpi: (parts) => `/8010/${joined(parts)}${serial("8011", parts[2])}`,
  itip: (parts) =>
    `/8006/${gtin(parts)}${known(parts[2])}${known(parts[3])}${serial("21", parts[4])}`,
};

/** A pattern's asterisk stands for every serial, so it is left out. */
function known(part: string | undefined): string {
  return part === undefined || part === "*" ? "" : part;
}

function serial(identifier: string, part: string | undefined): string {
  return known(part) === "" ? "" : `/${identifier}/${known(part)}`;
}

/**
 * An EPC, EPC class or EPC pattern URI as a canonical GS1 Digital Link (CBV 2.0 section 8.9, step 17).
 *
 * @returns undefined when the text is no such URI
 */
export function digitalLinkOfUrn(urn: string): string | undefined {
  const match = /^urn:epc:(?:id|class|idpat):([a-z]+):(.+)$/.exec(urn);
  const [, scheme = "", rest = ""] = match ?? [];
  const rule = Object.hasOwn(rules, scheme) ? rules[scheme] : undefined;
  if (rule === undefined) return undefined;
  // A serial may hold dots itself; only the last part of a scheme is one.
  const places = scheme === "itip" ? 5 : scheme === "giai" || scheme === "ginc" ? 2 : 3;
  const parts = rest.split(".");
  const head = parts.slice(0, places - 1);
  return (
    domain + rule([...head, ...(parts.length < places ? [] : [parts.slice(places - 1).join(".")])])
  );
}
