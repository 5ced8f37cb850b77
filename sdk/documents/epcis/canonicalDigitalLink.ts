const domain = "https://id.gs1.org";

// The keys that an event may name, the form of their values, and the finest qualifiers, the finest first.
const keys: Readonly<
  Record<string, { readonly form: RegExp; readonly qualifiers?: readonly string[] }>
> = {
  "00": { form: /^\d{18}$/ },
  "01": { form: /^(\d{8}|\d{12,14})$/, qualifiers: ["21", "235", "10"] },
  "253": { form: /^\d{13}[^/]{0,17}$/ },
  "255": { form: /^\d{13}\d{0,12}$/ },
  "401": { form: /^[^/]{1,30}$/ },
  "402": { form: /^\d{17}$/ },
  "414": { form: /^\d{13}$/, qualifiers: ["254"] },
  "417": { form: /^\d{13}$/ },
  "8003": { form: /^\d{14}[^/]{0,16}$/ },
  "8004": { form: /^[^/]{1,30}$/ },
  "8006": { form: /^\d{18}$/, qualifiers: ["21", "10"] },
  "8010": { form: /^[^/]{1,30}$/, qualifiers: ["8011"] },
  "8017": { form: /^\d{18}$/ },
  "8018": { form: /^\d{18}$/ },
};

/**
 * A GS1 Digital Link in the constrained canonical form (CBV 2.0 section 8.9, step 18): GS1's own domain, no query, only
 * the key and its finest qualifier.
 *
 * @returns undefined when the address is no GS1 Digital Link
 */
export function canonicalDigitalLink(address: string): string | undefined {
  const match = /^https?:\/\/[^/?#]+\/([^?#]*)/.exec(address);
  if (match === null) return undefined;
  const parts = (match[1] ?? "").split("/");
  for (let at = 0; at + 1 < parts.length; at++) {
    const [key = "", value = ""] = parts.slice(at, at + 2);
    const rule = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (rule === undefined || !rule.form.test(value)) continue;
    const qualifiers = pairsOf(parts.slice(at + 2));
    // A path that goes on otherwise is somebody's own.
    if (qualifiers === undefined) return undefined;
    const finest = rule.qualifiers?.find((each) => qualifiers.has(each));
    const whole = key === "01" ? value.padStart(14, "0") : value;
    const tail = finest === undefined ? "" : `/${finest}/${qualifiers.get(finest) ?? ""}`;
    return `${domain}/${key}/${whole}${tail}`;
  }
  return undefined;
}

function pairsOf(parts: readonly string[]): Map<string, string> | undefined {
  const trimmed = parts.at(-1) === "" ? parts.slice(0, -1) : parts;
  if (trimmed.length % 2 !== 0) return undefined;
  const pairs = new Map<string, string>();
  for (let at = 0; at < trimmed.length; at += 2) {
    const [name = "", value = ""] = trimmed.slice(at, at + 2);
    if (!/^\d{2,4}$/.test(name)) return undefined;
    pairs.set(name, value);
  }
  return pairs;
}
