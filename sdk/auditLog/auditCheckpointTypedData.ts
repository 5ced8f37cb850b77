import type { TypedDataDomain, TypedDataField } from "ethers";
import type { AuditCheckpoint } from "./auditCheckpoint.ts";

/**
 * What is signed of a checkpoint (EIP-712).
 *
 * @example
 * import { auditCheckpointTypedData } from "@tallystick/sdk";
 *
 * const root = "0x" + "11".repeat(32);
 * const { value } = auditCheckpointTypedData(31337, { log: "log", size: 3, root, at: "2026-11-23T00:00:00.000Z" });
 * value.size // => 3
 */
export function auditCheckpointTypedData(chainId: number, checkpoint: AuditCheckpoint) {
  const { log, size, root, at } = checkpoint;
  const domain: TypedDataDomain = { name: "Tallystick audit log", version: "1", chainId };
  const types: Record<string, TypedDataField[]> = {
    Checkpoint: [
      { name: "log", type: "string" },
      { name: "size", type: "uint64" },
      { name: "root", type: "bytes32" },
      { name: "at", type: "string" },
    ],
  };
  return { domain, types, value: { log, size, root, at } };
}
