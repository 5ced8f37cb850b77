import { isRecord } from "../isRecord.ts";
import { canonicalEpcisValue } from "./canonicalEpcisValue.ts";
import type { EpcisPrefixes } from "./epcisPrefixes.ts";

const comment = "{http://www.w3.org/2000/01/rdf-schema#}comment";

/**
 * Elements that the standard doesn't name, as an event's hash takes them (CBV 2.0 section 8.9, steps 19 to 21): full
 * names, values behind equals signs, sorted on every level.
 *
 * @returns one text for each element, unsorted
 */
export function extensionText(
  members: Readonly<Record<string, unknown>>,
  prefixes: EpcisPrefixes,
): string[] {
  return Object.entries(members).flatMap(([key, value]) => {
    const name = fullName(key, prefixes);
    if (key.startsWith("@") || name === comment) return [];
    return [value].flat().flatMap((item) => textOf(name, item, prefixes));
  });
}

function textOf(name: string, value: unknown, prefixes: EpcisPrefixes): string[] {
  if (isRecord(value)) {
    if ("@value" in value) return textOf(name, value["@value"], prefixes);
    return [name + extensionText(value, prefixes).sort().join("")];
  }
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    const text = canonicalEpcisValue(value, prefixes);
    return [text === "" ? name : `${name}=${text}`];
  }
  return [];
}

/** The namespace in curly brackets and the local name. */
function fullName(key: string, prefixes: EpcisPrefixes): string {
  const colon = key.indexOf(":");
  const namespace = colon === -1 ? undefined : prefixes.get(key.slice(0, colon));
  if (namespace !== undefined) return `{${namespace}}${key.slice(colon + 1)}`;
  const end = Math.max(key.lastIndexOf("/"), key.lastIndexOf("#"), key.lastIndexOf(":"));
  return end === -1 ? key : `{${key.slice(0, end + 1)}}${key.slice(end + 1)}`;
}
