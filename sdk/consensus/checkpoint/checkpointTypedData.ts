import type { TypedDataDomain, TypedDataField } from "ethers";
import type { Checkpoint } from "./signedCheckpoint.ts";

const NONE = `0x${"00".repeat(32)}`;

/**
 * What is signed of a checkpoint (EIP-712).
 *
 * @example
 * import { checkpointTypedData } from "@tallystick/sdk";
 *
 * const word = "0x" + "11".repeat(32);
 * const checkpoint = {
 *   chainId: 5, genesisHash: word, block: 7, blockHash: word, stateRoot: word, digest: null, tables: [],
 *   signer: "Plain Audit", at: "2026-11-23T00:00:00Z",
 * };
 * checkpointTypedData(checkpoint).value.block // => 7
 */
export function checkpointTypedData(checkpoint: Checkpoint) {
  const { chainId, genesisHash, block, blockHash, stateRoot, digest, tables, signer, at } =
    checkpoint;
  const domain: TypedDataDomain = { name: "Tallystick checkpoint", version: "1", chainId };
  const types: Record<string, TypedDataField[]> = {
    Checkpoint: [
      { name: "genesisHash", type: "bytes32" },
      { name: "block", type: "uint64" },
      { name: "blockHash", type: "bytes32" },
      { name: "stateRoot", type: "bytes32" },
      { name: "digest", type: "bytes32" },
      { name: "tables", type: "Table[]" },
      { name: "signer", type: "string" },
      { name: "at", type: "string" },
    ],
    Table: [
      { name: "table", type: "string" },
      { name: "rows", type: "uint64" },
      { name: "digest", type: "bytes32" },
    ],
  };
  const value = {
    ...{ genesisHash, block, blockHash, stateRoot, digest: digest ?? NONE },
    ...{ tables, signer, at },
  };
  return { domain, types, value };
}
