import { z } from "zod";
import { eventCursor } from "../event/eventCursor.ts";

const names = z.array(z.string().regex(/^[A-Za-z0-9]{1,64}$/, "must be a name")).max(100);

/** What a member chooses about a subscription. */
export const subscriptionFields = {
  url: z.string().min(1).max(2_048).describe("Where events are posted: https, a public address"),
  names: names.describe("Names of events, such as Accepted; none: all"),
  contracts: names.describe("Names of contracts, such as receivables; none: all"),
  batchSize: z.int().min(1).max(100).describe("Largest number of events in one POST"),
  after: eventCursor,
} as const;
