import type { RouteAnswer } from "../openapi/route.ts";
import { InclusionPending } from "../outbox/inclusionPending.ts";

/**
 * What a handler answers, or 202 when its transaction is stored and takes longer than a caller waits; `reason` says why,
 * where that is known.
 */
export async function orPending(
  run: () => Promise<RouteAnswer | undefined>,
  reason: () => string | undefined,
): Promise<RouteAnswer | undefined> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof InclusionPending)) throw error;
    const { transactionHash } = error;
    const headers = { location: `/v1/transactions/${transactionHash}`, "retry-after": "1" };
    const detail = reason();
    const body = { state: "pending", transactionHash, ...(detail === undefined ? {} : { detail }) };
    return { status: 202, headers, body };
  }
}
