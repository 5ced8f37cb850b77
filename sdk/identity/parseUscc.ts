import { IdentityError } from "../errors/IdentityError.ts";
import { canonicalText } from "./canonicalText.ts";

// GB 32100-2015 leaves out I, O, S, V and Z.
const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const pattern = /^[0-9A-HJ-NPQRTUWXY]{18}$/;

/**
 * Checks a unified social credit code by GB 32100-2015 and writes it canonically. Full-width
 * characters, lower case, spaces and hyphens are read; the check character decides.
 *
 * @returns 18 characters
 * @throws IdentityError `identity-uscc-invalid`
 *
 * @example
 * import { parseUscc } from "@tallystick/sdk";
 *
 * parseUscc("91110108 551385082q") // => "91110108551385082Q"
 */
export function parseUscc(text: string): string {
  const code = text.length > 64 ? undefined : canonicalText(text, /[\s-]/gu);
  if (code === undefined || !pattern.test(code) || checkOf(code) !== code.at(17)) {
    const shown = text.slice(0, 40);
    throw new IdentityError(
      "identity-uscc-invalid",
      `"${shown}" is not a unified social credit code with a right check character.`,
      { details: { text: shown } },
    );
  }
  return code;
}

function checkOf(code: string): string | undefined {
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  // The outer modulo turns 31 into 0, for a sum that 31 divides.
  return alphabet[(31 - (sum % 31)) % 31];
}
