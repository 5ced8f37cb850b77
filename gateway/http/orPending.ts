import type { StallReason } from "../chain/createStallWatch.ts";
import type { RouteAnswer } from "../openapi/route.ts";
import { InclusionPending } from "../outbox/inclusionPending.ts";

/**
 * What a handler answers, or 202 when its transaction is stored and takes longer than a caller waits; `reason` says why,
 * where that is known.
 */
export async function orPending(
  run: () => Promise<RouteAnswer | undefined>,
  reasonNow: () => StallReason | undefined,
): Promise<RouteAnswer | undefined> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof InclusionPending)) throw error;
    const { transactionHash } = error;
    const reason = reasonNow();
    const retryAfter = reason === undefined ? "1" : "5";
    const headers = { location: `/v1/transactions/${transactionHash}`, "retry-after": retryAfter };
    const why = reason === undefined ? {} : { detail: reason.detail, reason };
    const body = { state: "pending", transactionHash, ...why };
    return { status: 202, headers, body };
  }
}
