import type { ErrorRequestHandler, RequestHandler } from "express";
import type { Logger } from "pino";
import { ProblemError } from "../errors/problemError.ts";
import { type RefusalStatuses, toProblem } from "../errors/toProblem.ts";
import { requestId } from "./requestId.ts";
import { sendProblem } from "./sendProblem.ts";

/** What the two last handlers need. */
export interface ErrorOptions {
  readonly logger: Pick<Logger, "error">;
  readonly refusalStatuses: RefusalStatuses;
}

const notFound: RequestHandler = (request, _response, next) => {
  next(new ProblemError("not-found", `There is no ${request.path}.`));
};

function onError({ logger, refusalStatuses }: ErrorOptions): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const id = requestId(response);
    const problem = toProblem(error, refusalStatuses, `urn:uuid:${id}`);
    if (problem.status === 500) logger.error({ requestId: id, err: error }, "request failed");
    if (error instanceof ProblemError) {
      const seconds = error.extensions["retryAfterSeconds"];
      if (typeof seconds === "number") response.set("retry-after", String(seconds));
    }
    if (response.headersSent) next(error);
    else sendProblem(response, problem);
  };
}

/** The end of the chain: unknown paths, then every error as a problem document. */
export function handleErrors(options: ErrorOptions): [RequestHandler, ErrorRequestHandler] {
  return [notFound, onError(options)];
}
