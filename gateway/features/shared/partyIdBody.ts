import { z } from "zod";

/** How a party is identified; never by its name. */
export const partyIdBody = z.strictObject({
  scheme: z.enum(["uscc", "lei", "local"]),
  id: z.string().min(1).max(200),
});
