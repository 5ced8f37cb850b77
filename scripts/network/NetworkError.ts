/** Why a verb of the network can't do its work, in a sentence for the person at the terminal. */
export class NetworkError extends Error {
  override readonly name = "NetworkError";
  readonly code: string;
  /** 1: something failed; 3: what it would work on, or with, isn't there or can't be read. */
  readonly exitCode: 1 | 3;

  constructor(code: string, message: string, exitCode: 1 | 3 = 1, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.exitCode = exitCode;
  }
}
