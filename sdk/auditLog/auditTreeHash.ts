import { sha256 } from "ethers";

/** RFC 6962's two kinds of hashes, over entry hashes (0x-hex): a leaf can't be taken for a node. */
export const auditTreeHash = {
  leaf: (entryHash: string): string => sha256(`0x00${entryHash.slice(2)}`),
  node: (left: string, right: string): string => sha256(`0x01${left.slice(2)}${right.slice(2)}`),
} as const;
