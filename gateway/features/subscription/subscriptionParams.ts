import { z } from "zod";

/** Path of one subscription. */
export const subscriptionParams = z.object({
  subscription: z.uuid().describe("Id of the subscription"),
});
