import { isRecord } from "../isRecord.ts";

/** What a prefix of a compact name stands for. */
export type EpcisPrefixes = ReadonlyMap<string, string>;

// What the context of EPCIS 2.0 defines by itself.
const builtIn: readonly (readonly [string, string])[] = [
  ["gs1", "https://ref.gs1.org/voc/"],
  ["cbv", "https://ref.gs1.org/cbv/"],
  ["epcis", "https://ref.gs1.org/epcis/"],
  ["cbvmda", "urn:epcglobal:cbv:mda"],
  ["rdfs", "http://www.w3.org/2000/01/rdf-schema#"],
  ["xsd", "http://www.w3.org/2001/XMLSchema#"],
];

/**
 * The prefixes that the `@context` of a document and of its event define. Nothing is loaded: a context that is an
 * address adds nothing beyond what EPCIS 2.0 itself defines.
 *
 * @param outer what holds already
 */
export function epcisPrefixes(context: readonly unknown[], outer?: EpcisPrefixes): EpcisPrefixes {
  const prefixes = new Map(outer ?? builtIn);
  for (const each of context.flat()) {
    if (!isRecord(each)) continue;
    for (const [prefix, uri] of Object.entries(each)) {
      // A term's own definition, such as its type, names no prefix.
      if (typeof uri === "string" && !prefix.startsWith("@")) prefixes.set(prefix, uri);
    }
  }
  return prefixes;
}
