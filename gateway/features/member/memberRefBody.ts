import { memberRoles } from "@tallystick/sdk";
import { z } from "zod";

/** A member wherever a party appears in an answer. */
export const memberRefBody = z.object({
  memberId: z.number(),
  name: z.string(),
  nameZh: z.string().nullable(),
  roles: z.array(z.enum(memberRoles)),
});

/** A member wherever a party appears in an answer. */
export type MemberRef = z.output<typeof memberRefBody>;
