import { canonicalJson } from "../canonicalJson.ts";
import { sha256Digest } from "../sha256Digest.ts";
import { type EpcisPrefixes, epcisPrefixes } from "./epcisPrefixes.ts";
import { preHashText } from "./preHashText.ts";

/**
 * The hash that identifies an event by its content (CBV 2.0 section 8.9): the same for the same event, in whatever
 * order and notation it is written.
 *
 * @param event in JSON-LD of EPCIS 2.0
 * @param context the `@context` of the document around it
 * @returns a named information URI (RFC 6920) with SHA-256
 * @throws DocumentUnreadableError when the event is nested too deeply
 *
 * @example
 * import { epcisEventHash } from "@tallystick/sdk";
 *
 * const event = {
 *   type: "ObjectEvent",
 *   eventTime: "2026-03-01T09:00:00+08:00",
 *   eventTimeZoneOffset: "+08:00",
 *   epcList: ["urn:epc:id:sscc:4012345.0000000333"],
 *   action: "OBSERVE",
 *   bizStep: "receiving",
 * };
 * const twin = {
 *   ...event,
 *   eventID: "urn:uuid:374d95fc-9457-4a51-bd6a-0bba133845a8",
 *   eventTime: "2026-03-01T01:00:00.000Z",
 *   epcList: ["https://id.gs1.org/00/040123450000003338"],
 *   bizStep: "urn:epcglobal:cbv:bizstep:receiving",
 * };
 * epcisEventHash(twin) === epcisEventHash(event) // => true
 */
export function epcisEventHash(
  event: Readonly<Record<string, unknown>>,
  context: readonly unknown[] = [],
): string {
  // Refuses what no JSON text can say, and nesting that would exhaust the stack.
  canonicalJson(event);
  const outer: EpcisPrefixes = epcisPrefixes(context);
  const prefixes = epcisPrefixes([event["@context"]].flat(), outer);
  return `ni:///sha-256;${sha256Digest(preHashText(event, prefixes)).slice(2)}?ver=CBV2.0`;
}
