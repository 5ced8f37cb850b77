/** A token that is not believed; `code` is for the log, since it would help whoever forges tokens. */
export class TokenRefused extends Error {
  override readonly name = "TokenRefused";
  readonly code: string;

  constructor(code: string, options?: ErrorOptions) {
    super(`The token is refused: ${code}.`, options);
    this.code = code;
  }
}
