import { id } from "ethers";
import { z } from "zod";

/** A number that somebody else gave, and what the ledger keeps of it. */
export interface Reference {
  /** keccak256 of the text; or the 32 bytes themselves when they were given. */
  readonly digest: string;
  /** Unknown when only the digest was given. */
  readonly text?: string;
}

const digest = /^0x[0-9a-fA-F]{64}$/;

/** A bank's or a registry's number: text of 1 to 128 characters, or its digest in 0x-hex. */
export const referenceField = z
  .string()
  .trim()
  .min(1)
  .max(128)
  .describe(
    "A bank's or registry's number as text, or 32 bytes in 0x-hex when it is a digest already",
  )
  .transform(
    (text): Reference =>
      digest.test(text) ? { digest: text.toLowerCase() } : { digest: id(text), text },
  );
