import { z } from "zod";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import { referenceField } from "../reference/referenceField.ts";

/** Entry of a pledge in the movables registry. */
export const registrationFields = z.strictObject({
  number: referenceField.describe("Number in the registry as text, or its digest"),
  registeredAt: ledgerFields.seconds.describe("When the registry took it in, RFC 3339"),
});
