import { fields } from "../../openapi/fields.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { signedOrderBody } from "./signedOrderBody.ts";

/** What the body of every new order has beside its terms. */
export const orderFields = {
  deadline: fields.instant.optional().describe("Until when it holds; seven days by default"),
  signed: signedOrderBody
    .optional()
    .describe("A signature made elsewhere; without it your own key signs"),
  actingAccount,
} as const;
