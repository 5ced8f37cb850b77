/** Answers about the same blocks contradict each other: the chain changed in between, or the node can't be believed. */
export class InconsistentRange extends Error {
  override readonly name = "InconsistentRange";
}
