/** What the SDK's typed errors offer: a stable code, a sentence as message, and the contract's arguments. */
export interface LedgerError extends Error {
  /** The custom error's name, for instance `ReceivablesLimitExceeded`. */
  readonly code: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/**
 * Turns revert data of a call into the SDK's typed error; undefined when no ABI knows it. It may ask
 * the chain or the projection for names that make the sentence readable.
 */
export type DecodeError = (
  data: string,
  call: { readonly to: string; readonly data: string },
) => LedgerError | undefined | Promise<LedgerError | undefined>;

/** The ledger said no, at simulation or at inclusion. Nothing changed. */
export class LedgerRefusal extends Error {
  override readonly name = "LedgerRefusal";
  readonly code: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Set when a transaction was included and reverted, so that its hash can be looked up. */
  readonly transactionHash: string | undefined;

  constructor(error: Pick<LedgerError, "code" | "args" | "message">, transactionHash?: string) {
    super(error.message, { cause: error });
    this.code = error.code;
    this.args = error.args;
    this.transactionHash = transactionHash;
  }
}
