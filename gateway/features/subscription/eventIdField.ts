import { z } from "zod";

/** An event's id within a subscription: its key and the beginning of its block's hash. */
export const eventIdField = z
  .string()
  .regex(/^\d{12}-\d{6}-\d{6}-[0-9a-f]{8}$/, "must be an event's id");
