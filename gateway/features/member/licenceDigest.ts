import { id, isHexString, ZeroHash } from "ethers";

/** Digest of a licence: as stated when it is one, else of its text; zero for none. */
export function licenceDigest(licence: string | undefined): string {
  if (licence === undefined) return ZeroHash;
  return isHexString(licence, 32) ? licence.toLowerCase() : id(licence);
}
