import { ProblemError } from "../errors/problemError.ts";

const MINUTE_MS = 60_000;

/** What each member may still ask for. It refills evenly, and lives in this process alone. */
export interface MemberBudget {
  /** Throws problem `too-many-requests`, which says when there is enough again. */
  take(memberId: number, count: number): void;
}

/** A budget of `perMinute` things (named in the plural) a member; 0: no limit. */
export function createMemberBudget(
  things: string,
  perMinute: number,
  now: () => number = () => performance.now(),
): MemberBudget {
  const left = new Map<number, { amount: number; at: number }>();
  return {
    take(memberId, count) {
      if (perMinute === 0) return;
      const at = now();
      const known = left.get(memberId) ?? { amount: perMinute, at };
      const refilled = known.amount + ((at - known.at) / MINUTE_MS) * perMinute;
      const amount = Math.min(perMinute, refilled);
      if (amount < count) {
        const seconds = Math.ceil(((count - amount) / perMinute) * 60);
        const detail = `Your member may ask for ${perMinute} ${things} in a minute; ask again in ${seconds} s.`;
        throw new ProblemError("too-many-requests", detail, { retryAfterSeconds: seconds });
      }
      left.set(memberId, { amount: amount - count, at });
    },
  };
}
