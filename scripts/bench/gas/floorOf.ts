import { calldataGas } from "./calldataGas.ts";
import { opcodePrices as price } from "./opcodePrices.ts";

/** What no implementation of an operation can do without. */
export type Needed = {
  /** Storage words that begin to hold something. */
  readonly freshWords: number;
  /** Storage words that change from one value to another. */
  readonly changedWords: number;
  /** Signatures to check. */
  readonly signatures?: number;
  /** How many of them one transaction does; gas is counted for one. */
  readonly items?: number;
  /** Storage words that change once in the transaction, however many items it has. */
  readonly sharedWords?: number;
  /** Whether it happens within another operation's transaction. */
  readonly within?: boolean;
};

/** Bytes of data of the one event with four topics that tells of an item. */
const eventBytes = 64;

/**
 * The least gas that one item of an operation can cost: the transaction itself, the calldata that was really sent, the
 * storage words that must change and one event. No computation, no checks of anybody's rights, no calls.
 *
 * @param data calldata in hex
 * @returns gas of one item
 */
export function floorOf(data: string, needed: Needed): number {
  const { freshWords, changedWords, signatures = 0, items = 1 } = needed;
  const { sharedWords = 0, within = false } = needed;
  const changed = price.coldWord + price.changedWord;
  const once = (within ? 0 : price.transaction) + calldataGas(data) + sharedWords * changed;
  const each =
    freshWords * (price.coldWord + price.freshWord) +
    changedWords * changed +
    signatures * price.recover +
    price.log +
    4 * price.logTopic +
    eventBytes * price.logByte;
  return Math.round(once / items + each);
}
