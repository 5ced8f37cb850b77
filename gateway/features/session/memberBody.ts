import { z } from "zod";
import { roles } from "../../auth/roles.ts";

/** A member as sign-in answers it. */
export const memberBody = z.object({
  memberId: z.int(),
  account: z.string(),
  name: z.string(),
  roles: z.array(z.enum(roles)),
});
