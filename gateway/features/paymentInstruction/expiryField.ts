import { ledgerFields } from "../../openapi/ledgerFields.ts";

/** Until when a bank may accept an instruction, RFC 3339. */
export const expiryField = ledgerFields.seconds.describe(
  "Last moment in which the bank can accept the instruction, RFC 3339",
);
