/** Why the stack can't start, in a sentence for the person at the terminal. */
export class StackError extends Error {
  override readonly name = "StackError";
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
