import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";

/** What a financier holds of one obligor in one currency. */
export const exposureBody = z.object({
  obligor: memberRefBody,
  currency: z.string(),
  certificates: z.number(),
  totalMinor: z.string(),
  withRecourseMinor: z.string(),
  withoutRecourseMinor: z.string(),
  overdueMinor: z.string().describe("Of receivables that are marked overdue"),
  pendingMinor: z.string().describe("Value of financings that are accepted and not delivered"),
  nextDueDate: z.string().nullable(),
});
