import { keccak256, toUtf8Bytes } from "ethers";

/**
 * What the anchors of a log's checkpoints are about: by it they are found on the ledger without asking the gateway.
 *
 * @example
 * import { auditLogSubject } from "@tallystick/sdk";
 *
 * auditLogSubject("log").length // => 66
 */
export function auditLogSubject(log: string): string {
  return keccak256(toUtf8Bytes(`tallystick audit log ${log}`));
}
