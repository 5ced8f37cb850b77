import { memberRoles } from "@tallystick/sdk";
import { z } from "zod";

/** A member as sign-in answers it. */
export const memberBody = z.object({
  memberId: z.int(),
  account: z.string(),
  name: z.string(),
  roles: z.array(z.enum(memberRoles)),
});
