/**
 * How many of so many validators must seal a block: two thirds, rounded up, as Besu has it.
 *
 * @example
 * import { qbftQuorum } from "@tallystick/sdk";
 *
 * qbftQuorum(4) // => 3
 * qbftQuorum(6) // => 4
 * qbftQuorum(7) // => 5
 */
export function qbftQuorum(validators: number): number {
  return Math.ceil((2 * validators) / 3);
}
