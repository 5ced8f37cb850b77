import { memberRoles } from "@tallystick/sdk";
import { z } from "zod";

/** A member wherever a party appears; its name is kept off the ledger. */
export const memberRefBody = z.object({
  memberId: z.int(),
  name: z.string(),
  nameZh: z.string().nullable(),
  roles: z.array(z.enum(memberRoles)),
});
