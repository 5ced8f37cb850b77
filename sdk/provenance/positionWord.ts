import { namesIn } from "../vocabulary/namesIn.ts";
import { type PositionFlag, positionFlags } from "../vocabulary/positionFlags.ts";
import { fieldOf } from "./fieldOf.ts";

/** A certificate's one word, read. Amounts are minor units. */
export type PositionWord = {
  readonly owner: number;
  readonly value: bigint;
  readonly held: bigint;
  /** Serial of the certificate it was passed from; 0 for none. */
  readonly parent: bigint;
  readonly tier: number;
  readonly flags: readonly PositionFlag[];
};

/** Reads a position as `Position.sol` packs it. */
export function positionWord(word: bigint): PositionWord {
  return {
    owner: Number(fieldOf(word, [0, 4])),
    value: fieldOf(word, [4, 9]),
    held: fieldOf(word, [13, 9]),
    parent: fieldOf(word, [22, 4]),
    tier: Number(fieldOf(word, [26, 1])),
    flags: namesIn(positionFlags, fieldOf(word, [27, 1])),
  };
}
