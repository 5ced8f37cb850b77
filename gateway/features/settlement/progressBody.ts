import { receivableStates } from "@tallystick/sdk";
import { z } from "zod";

/** How the settlement of a receivable stands, for whoever moved it on: no amounts, since anyone may. */
export const progressBody = z.object({
  receivable: z.number(),
  state: z.enum(receivableStates),
  circulationClosed: z.boolean(),
  overdueSince: z.string().nullable(),
  openRun: z.string().nullable(),
  queuedPayments: z.number().describe("Payments that wait for the open run to close"),
});
