import type { Pledge } from "@tallystick/sdk";
import { z } from "zod";
import { pledgeFields } from "./pledgeFields.ts";

const schema = z.object(pledgeFields);

/** The pledge that a request states, as the SDK takes it. */
export function pledgeOf(stated: z.output<typeof schema>): Pledge {
  const { asset, token, amount, securedParty, expiresAt, terms, debt } = stated;
  const { supervisor, purchaseMoneyDay } = stated;
  const its = { asset, token, amount, securedParty, expiresAt, terms, debt: debt.digest };
  return { ...its, supervisor, purchaseMoneyDay };
}
