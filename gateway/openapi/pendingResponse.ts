import { z } from "zod";
import type { Route, RouteResponse } from "./route.ts";

const reason = z.object({
  code: z.literal("chain-stalled"),
  title: z.string(),
  detail: z.string().describe("What happens meanwhile, and by itself"),
  since: z.string().describe("When the last block was seen"),
});
const body = z.union([
  z.object({
    state: z.literal("pending"),
    transactionHash: z.string(),
    detail: z.string().optional().describe("Why it takes so long, where that is known"),
    reason: reason.optional().describe("The same for machines"),
  }),
  z.object({ state: z.literal("awaiting-approval"), approval: z.string() }),
]);
const description =
  "Stored and not finished yet, or waiting for a second person: ask again with the same key, or follow Location.";

/** What every write with an Idempotency-Key may answer beside what it declares. */
export function pendingResponse(route: Route): Readonly<Record<number, RouteResponse>> {
  const isWrite = route.method !== "get" && route.idempotent !== false;
  return isWrite ? { 202: { description, body } } : {};
}
