import { concat, id, isHexString, keccak256 } from "ethers";
import { IdentityError } from "../errors/IdentityError.ts";

/**
 * keccak256 of the purpose's digest, the salt and the content's digest, 32 bytes each, so that one
 * purpose's digest never equals another's. Without the salt nobody can guess the content.
 *
 * @param purpose what the digest is for
 * @param content what it hides
 * @param salt 32 random bytes in hex, kept off chain by the digest's owner
 * @throws IdentityError `identity-salt-invalid`, for all zeros too
 *
 * @example
 * import { saltedDigest } from "@tallystick/sdk";
 *
 * const salt = "0x0101010101010101010101010101010101010101010101010101010101010101";
 * saltedDigest("purpose", "content", salt).length // => 66
 */
export function saltedDigest(purpose: string, content: string, salt: string): `0x${string}` {
  if (!isHexString(salt, 32) || /^0x0+$/.test(salt)) {
    throw new IdentityError(
      "identity-salt-invalid",
      "A salt is 32 random bytes written as 0x and 64 hex digits.",
    );
  }
  return keccak256(concat([id(purpose), salt, id(content)])) as `0x${string}`;
}
