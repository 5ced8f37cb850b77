import { fields } from "../../openapi/fields.ts";

/** Field of a body that chooses which of the member's accounts signs; its primary one by default. */
export const actingAccount = fields.address
  .optional()
  .describe("Which of your accounts acts; your primary one by default");
