import { z } from "zod";
import { fields } from "../../openapi/fields.ts";

/** A member's EIP-712 signature beside what it needs to be checked. */
export const signatureBody = z.strictObject({
  account: fields.address,
  deadline: fields.instant,
  epoch: z.int().min(0).max(0xffff_ffff),
  signature: fields.bytes,
});
