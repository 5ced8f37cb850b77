/** The chain changed between two answers that were meant to describe the same blocks. */
export class InconsistentRange extends Error {
  override readonly name = "InconsistentRange";
}
