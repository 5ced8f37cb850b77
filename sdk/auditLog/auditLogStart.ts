import { sha256Digest } from "../documents/sha256Digest.ts";

/**
 * What stands in the place of a previous hash in a log's first entry: it binds the chain to its log.
 *
 * @example
 * import { auditLogStart } from "@tallystick/sdk";
 *
 * auditLogStart("one") === auditLogStart("other") // => false
 */
export function auditLogStart(log: string): string {
  return sha256Digest(`tallystick audit log ${log}`);
}
