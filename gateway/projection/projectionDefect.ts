/**
 * The code cannot project what the chain says: an event without `apply`, a row that must exist and doesn't. Trying
 * again can't help, so the projector stops and says this sentence.
 */
export class ProjectionDefect extends Error {
  override readonly name = "ProjectionDefect";
}
