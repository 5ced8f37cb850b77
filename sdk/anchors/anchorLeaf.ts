import { hexlify } from "ethers";
import type { AnchorDocument } from "./anchorDocument.ts";
import { hashBytes } from "./hashBytes.ts";
import { keccak } from "./keccak.ts";
import { leafBytes } from "./leafBytes.ts";

/**
 * The leaf of a document, as `DocumentAnchors.leafOf` and OpenZeppelin's StandardMerkleTree make it from two `bytes32`.
 *
 * @returns 32 bytes in hex
 * @throws AnchorError `anchor-hash-invalid`
 *
 * @example
 * import { anchorLeaf } from "@tallystick/sdk";
 *
 * const [salt, digest] = [`0x${"01".repeat(32)}`, `0x${"02".repeat(32)}`];
 * anchorLeaf({ salt, digest })
 * // => "0x272e42b8dc9276b3009b122431d9353dab8e012e5c3de76370370c6b4d34cd4b"
 */
export function anchorLeaf({ salt, digest }: AnchorDocument): string {
  return hexlify(leafBytes(keccak, hashBytes(salt, "The salt"), hashBytes(digest, "The digest")));
}
