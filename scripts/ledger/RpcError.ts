/** A JSON-RPC error object: what a caller of the ledger's front gets instead of a result. */
export class RpcError extends Error {
  override readonly name = "RpcError";
  readonly code: number;
  readonly data: unknown;

  constructor(code: number, message: string, data?: unknown) {
    super(message);
    this.code = code;
    this.data = data;
  }

  /** -32602: the parameters do not fit the method. */
  static invalidParams(message: string): RpcError {
    return new RpcError(-32602, message);
  }

  /** -32601: the method is unknown here, or refused. */
  static refused(message: string): RpcError {
    return new RpcError(-32601, message);
  }

  /** -32000: the ledger is not able to do this now. */
  static unavailable(message: string): RpcError {
    return new RpcError(-32000, message);
  }

  toJSON(): { code: number; message: string; data?: unknown } {
    const body = { code: this.code, message: this.message };
    return this.data === undefined ? body : { ...body, data: this.data };
  }
}
