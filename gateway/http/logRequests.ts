import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import type { Logger } from "pino";

/** What a caller may call its request: nothing that could break a log line apart. */
const callersId = /^[A-Za-z0-9._~-]{1,64}$/;

/** A share link's last part opens it, so it is nobody's to read in a log. */
const secretPath = /^\/v1\/shared\/.*/;

/**
 * Gives each request an id of ours and logs how it ended, with the caller's own `X-Request-Id` where it sent one. Neither
 * headers, queries nor bodies are logged: tokens, keys and prices are in them.
 */
export function logRequests(logger: Pick<Logger, "info">): RequestHandler {
  return (request, response, next) => {
    const id = randomUUID();
    const started = performance.now();
    const theirs = request.get("x-request-id");
    const caller = theirs !== undefined && callersId.test(theirs) ? { callersId: theirs } : {};
    const { method } = request;
    const path = request.path.replace(secretPath, "/v1/shared/…");
    response.locals["requestId"] = id;
    response.set("x-request-id", id);
    response.on("finish", () => {
      const milliseconds = Math.round(performance.now() - started);
      const { statusCode: status } = response;
      logger.info({ requestId: id, ...caller, method, path, status, milliseconds }, "request");
    });
    next();
  };
}
