import { canonicalJson } from "../documents/canonicalJson.ts";
import { sha256Digest } from "../documents/sha256Digest.ts";
import type { AuditEntry } from "./auditEntry.ts";

/**
 * SHA-256 of an entry's canonical JSON (RFC 8785), which holds the hash of the entry before it: whoever changes one entry
 * changes all that follow.
 *
 * @example
 * import { auditEntryHash, auditLogStart } from "@tallystick/sdk";
 *
 * const entry = {
 *   sequence: 0, at: "2026-11-23T00:00:00.000Z", requestId: "r", member: 1, person: "demo:ada", account: null,
 *   method: "POST", path: "/v1/offers/:offer/acceptance", operation: "acceptOffer", subjects: { offer: "7" },
 *   bodyDigest: null, ref: null, status: 200, code: null, transactionHash: null, milliseconds: 12, gateway: "g",
 *   previous: auditLogStart("log"),
 * };
 * auditEntryHash(entry) === auditEntryHash({ ...entry, status: 201 }) // => false
 */
export function auditEntryHash(entry: AuditEntry): string {
  return sha256Digest(canonicalJson(entry));
}
