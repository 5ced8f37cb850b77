import { z } from "zod";

const LARGEST = (1n << 256n) - 1n;

/** A bitmap nonce, as decimal text. */
export const nonceField = z
  .string()
  .regex(/^(0|[1-9]\d{0,77})$/, "must be a whole number as text")
  .transform(BigInt)
  .refine((value) => value <= LARGEST, "is larger than any nonce");
