import { z } from "zod";

/** Where a listener is: the last event's key, and the last reorganisation that it heard of. */
export const eventCursor = z
  .string()
  .regex(/^(\d{12}-\d{6}-\d{6}(@\d{1,18})?)?$/, "must be an event's key, or a cursor as answered")
  .default("")
  .describe("Where you are: `next` as last answered, or the id of the last event that you have");
