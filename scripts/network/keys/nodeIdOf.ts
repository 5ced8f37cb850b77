import { utils } from "@avalabs/avalanchejs";
import { getBytes, ripemd160, sha256 } from "ethers";

/** A validator's name on the network: the hash of its certificate, in CB58. */
export function nodeIdOf(certificate: Uint8Array): string {
  return `NodeID-${utils.base58check.encode(getBytes(ripemd160(sha256(certificate))))}`;
}
