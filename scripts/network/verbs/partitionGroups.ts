import { NetworkError } from "../NetworkError.ts";

function refuse(text: string, count: number): never {
  const sentence = `"${text}" doesn't part validators 1 to ${count}: name those that are cut off, as in 4,5, or all groups, as in 1,2,3|4,5.`;
  throw new NetworkError("PARTITION_UNREADABLE", sentence, 3);
}

/**
 * Reads how validators are parted: `4,5` cuts these two off from the others, `1,2|3|4,5` names every group. Whoever isn't
 * named is in a group with the others that aren't.
 *
 * @throws {NetworkError} PARTITION_UNREADABLE
 */
export function partitionGroups(text: string, count: number): number[][] {
  const named = text.split("|").map((group) => group.split(",").map(Number));
  const flat = named.flat();
  const isKnown = flat.every((index) => Number.isInteger(index) && index >= 1 && index <= count);
  if (!isKnown || new Set(flat).size !== flat.length) refuse(text, count);
  const others = Array.from({ length: count }, (_, index) => index + 1).filter(
    (index) => !flat.includes(index),
  );
  const groups = others.length === 0 ? named : [...named, others];
  return groups.length < 2 ? refuse(text, count) : groups;
}
