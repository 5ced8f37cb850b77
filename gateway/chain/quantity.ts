import { z } from "zod";

/** A JSON-RPC quantity, as a number. What is no quantity is no zero either. */
export const quantity = z
  .string()
  .regex(/^0x[0-9a-f]+$/i)
  .transform(Number)
  .refine(Number.isSafeInteger);
