/** A node answered a call with an error. */
export class NodeError extends Error {
  override readonly name = "NodeError";
  readonly code: number;

  constructor(method: string, code: number, message: string) {
    super(`${method}: ${message}`);
    this.code = code;
  }
}
