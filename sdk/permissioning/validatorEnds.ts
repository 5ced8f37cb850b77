/** Until when a node is something. */
export type EndingNode = {
  /** `NodeID-...`. */
  readonly nodeId: string;
  /** Second at which it ends. */
  readonly end: number;
};

/** Until when a validator of the ledger is one. */
export type ValidatorEnd = EndingNode & {
  /** Whole days left; 0 and below when it is over. */
  readonly days: number;
  /** One sentence in English, from the warning time on. */
  readonly warning: string | undefined;
};

const DAY_SECONDS = 86_400;
/** Time for members in several countries to agree, sign and start a node. */
const WARNED_DAYS_BEFORE = 30;

/**
 * When each of the ledger's validators ends: with its place in the ledger's set or with its stake in the engine's own
 * network, whichever is first. The engine prolongs neither, so somebody has to act before.
 *
 * @example
 * import { validatorEnds } from "@tallystick/sdk";
 *
 * const set = [{ nodeId: "NodeID-7Xhw", end: 1_800_000_000 }];
 * validatorEnds(set, [], 1_799_000_000)[0]?.days // => 11
 */
export function validatorEnds(
  set: readonly EndingNode[],
  stakes: readonly EndingNode[],
  now: number,
  warnedDaysBefore: number = WARNED_DAYS_BEFORE,
): readonly ValidatorEnd[] {
  const staked = new Map(stakes.map(({ nodeId, end }) => [nodeId, end]));
  const ends = set.map(({ nodeId, end: own }) => {
    const end = Math.min(own, staked.get(nodeId) ?? own);
    const days = Math.floor((end - now) / DAY_SECONDS);
    const day = new Date(end * 1_000).toISOString().slice(0, 10);
    const sentence =
      days > 0
        ? `${nodeId} validates until ${day}, ${days} more days, and no longer unless it is renewed.`
        : `${nodeId} validates until ${day} and must be renewed at once.`;
    return { nodeId, end, days, warning: days > warnedDaysBefore ? undefined : sentence };
  });
  return ends.sort((one, other) => one.end - other.end);
}
