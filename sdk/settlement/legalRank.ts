import { SettlementError } from "../errors/SettlementError.ts";

/** One party's interest in a receivable: a factoring, a pledge or an assignment. */
export type RankedInterest = {
  readonly id: string;
  /** What the party advanced or secured, minor units; equals share by it. */
  readonly advanced: bigint;
  /** Registration time at the movables registry, seconds; absent when not registered. */
  readonly registeredAt?: bigint | undefined;
  /** When the first transfer notice reached the debtor, seconds; absent when none did. */
  readonly noticedAt?: bigint | undefined;
};

export type LegalRankReturnType = readonly {
  /** 1 is paid first. */
  readonly rank: number;
  /** The rule that this rank stands on. */
  readonly basis: "registration" | "notice" | "pro-rata";
  /** Interests of equal rank, in the order given; they share in proportion to `advanced`. */
  readonly interests: readonly RankedInterest[];
}[];

/**
 * The legal order of competing interests in one receivable. Civil Code article 768: registered
 * before unregistered, then by registration time, then by the time of the first notice, then pro
 * rata; Guarantee Interpretation article 66 applies it across factoring, pledge and assignment. It
 * is computed from recorded facts: the order of blocks is evidence, not priority.
 *
 * @throws SettlementError `settlement-interest-invalid` for an id that is twice there;
 *   `settlement-negative`
 *
 * @example
 * import { legalRank } from "@tallystick/sdk";
 *
 * const ranks = legalRank([
 *   { id: "noticed", advanced: 80n, noticedAt: 1700000000n },
 *   { id: "registered", advanced: 50n, registeredAt: 1700009999n },
 * ]);
 * ranks.map(({ rank, basis, interests }) => [rank, basis, interests[0]?.id])
 * // => [[1, "registration", "registered"], [2, "notice", "noticed"]]
 */
export function legalRank(interests: readonly RankedInterest[]): LegalRankReturnType {
  if (new Set(interests.map(({ id }) => id)).size !== interests.length) {
    throw new SettlementError("settlement-interest-invalid", "An interest is ranked once.");
  }
  if (interests.some(({ advanced }) => advanced < 0n)) {
    throw new SettlementError("settlement-negative", "What was advanced is not negative.");
  }
  const ranks: { rank: number; basis: Basis; interests: RankedInterest[] }[] = [];
  // toSorted is stable, so equals keep the order given.
  for (const interest of interests.toSorted(compare)) {
    const last = ranks.at(-1);
    const peer = last?.interests[0];
    if (last && peer && compare(peer, interest) === 0) last.interests.push(interest);
    else ranks.push({ rank: ranks.length + 1, basis: basisOf(interest), interests: [interest] });
  }
  return ranks;
}

type Basis = LegalRankReturnType[number]["basis"];

function basisOf(interest: RankedInterest): Basis {
  if (interest.registeredAt !== undefined) return "registration";
  return interest.noticedAt === undefined ? "pro-rata" : "notice";
}

function compare(left: RankedInterest, right: RankedInterest): number {
  return earlier(left.registeredAt, right.registeredAt) || earlier(left.noticedAt, right.noticedAt);
}

/** Orders by time; what never happened comes last. */
function earlier(left: bigint | undefined, right: bigint | undefined): number {
  if (left === right) return 0;
  if (left === undefined) return 1;
  if (right === undefined) return -1;
  return left < right ? -1 : 1;
}
