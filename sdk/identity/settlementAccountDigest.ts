import { IdentityError } from "../errors/IdentityError.ts";
import { canonicalText } from "./canonicalText.ts";
import { saltedDigest } from "./saltedDigest.ts";

/** A bank account that payments go to or come from. */
export type SettlementAccount = {
  /** The bank's identifier: BIC, clearing number or another code of letters and digits. */
  readonly bank: string;
  /** The account's number or IBAN. */
  readonly number: string;
};

/**
 * The digest that stands for a settlement account on chain. Spaces, punctuation and case of both
 * parts don't matter.
 *
 * @param salt 32 random bytes in hex
 * @throws IdentityError `identity-account-invalid`, `identity-salt-invalid`
 *
 * @example
 * import { randomSalt, settlementAccountDigest } from "@tallystick/sdk";
 *
 * const salt = randomSalt();
 * const digest = settlementAccountDigest({ bank: "ICBKCNBJ", number: "6222 0200" }, salt);
 * settlementAccountDigest({ bank: "icbkcnbj", number: "62220200" }, salt) === digest // => true
 */
export function settlementAccountDigest(account: SettlementAccount, salt: string): `0x${string}` {
  const parts = [canonicalPart(account.bank), canonicalPart(account.number)];
  return saltedDigest("Tallystick settlement account v1", JSON.stringify(parts), salt);
}

function canonicalPart(text: string): string {
  const part = text.length > 128 ? undefined : canonicalText(text, /[\s\p{P}]/gu);
  if (part === undefined || !/^[0-9A-Z]{1,40}$/.test(part)) {
    // The text itself stays out of the message: account numbers don't belong in logs.
    throw new IdentityError(
      "identity-account-invalid",
      "A settlement account is a bank's code and a number, of up to 40 letters and digits each.",
    );
  }
  return part;
}
