/** An RFC 9457 problem as the gateway answers it. */
export interface ProblemBody {
  readonly type?: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly code?: string;
  readonly args?: Readonly<Record<string, unknown>>;
  readonly issues?: readonly { readonly path: string; readonly message: string }[];
}

/** The gateway said no; the message is its own sentence. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly body: ProblemBody;

  constructor(body: ProblemBody) {
    super(body.detail ?? body.title);
    this.body = body;
  }
}
