import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayMetrics } from "../../metrics/gatewayMetrics.ts";

/** How many streams members have open. */
export interface StreamLimit {
  /** Throws problem `too-many-requests` beyond the limit; answers what to call when the stream ends. */
  enter(memberId: number): () => void;
}

/** At most `perMember` streams at a time for each member: each holds a connection and reads the log. */
export function createStreamLimit(
  perMember: number,
  { eventStreams }: Pick<GatewayMetrics, "eventStreams">,
): StreamLimit {
  const open = new Map<number, number>();
  const change = (memberId: number, by: 1 | -1): void => {
    const count = (open.get(memberId) ?? 0) + by;
    if (count === 0) open.delete(memberId);
    else open.set(memberId, count);
    eventStreams.inc(by);
  };
  return {
    enter(memberId) {
      if ((open.get(memberId) ?? 0) >= perMember) {
        const detail = `A member has ${perMember} event streams at a time.`;
        throw new ProblemError("too-many-requests", detail);
      }
      change(memberId, 1);
      return () => change(memberId, -1);
    },
  };
}
