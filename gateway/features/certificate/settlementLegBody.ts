import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";

/** What one settlement run paid on a certificate, or keeps for it. */
export const settlementLegBody = z.object({
  run: z.string(),
  faceMinor: z.string(),
  payee: memberRefBody.nullable(),
  toPayeeMinor: z.string(),
  debtor: memberRefBody.nullable(),
  toDebtorMinor: z.string(),
  lateInterestMinor: z.string(),
  state: z.enum(["settled", "waits", "freed", "undelivered"]),
  valueDate: z.string(),
  at: z.string(),
});
