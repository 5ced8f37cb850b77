/** What all that were asked rejected with, in the order of asking. */
export class NoneAnswered extends Error {
  override readonly name = "NoneAnswered";
  readonly errors: readonly unknown[];

  constructor(errors: readonly unknown[]) {
    super("Nobody answered.");
    this.errors = errors;
  }
}
