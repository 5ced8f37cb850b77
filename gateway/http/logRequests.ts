import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import type { Logger } from "pino";

/**
 * Gives each request an id and logs how it ended. Neither headers nor bodies are logged: tokens, keys and prices are in
 * them.
 */
export function logRequests(logger: Pick<Logger, "info">): RequestHandler {
  return (request, response, next) => {
    const id = randomUUID();
    const started = performance.now();
    response.locals["requestId"] = id;
    response.set("x-request-id", id);
    response.on("finish", () => {
      const { method, path } = request;
      const milliseconds = Math.round(performance.now() - started);
      logger.info(
        { requestId: id, method, path, status: response.statusCode, milliseconds },
        "request",
      );
    });
    next();
  };
}
