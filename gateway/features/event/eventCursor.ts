import { z } from "zod";

/** Key of the last event one has; empty for the beginning. */
export const eventCursor = z
  .string()
  .regex(/^(\d{12}-\d{6}-\d{6})?$/, "must be an event's key")
  .default("")
  .describe("Key of the last event that you have");
