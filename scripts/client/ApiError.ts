/** A problem that a gateway answered, with the request that met it. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly code: string;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(request: string, status: number, body: Readonly<Record<string, unknown>>) {
    super(`${request}: ${String(body["detail"] ?? body["title"] ?? status)}`);
    this.status = status;
    this.code = String(body["code"] ?? status);
    this.body = body;
  }
}
