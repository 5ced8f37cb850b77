import type { RequestHandler } from "express";
import { rateLimit } from "express-rate-limit";
import { ProblemError } from "../errors/problemError.ts";

const MINUTE_MS = 60_000;

/** At most `perMinute` requests a minute from one address; 0 switches the limit off. */
export function limitRate(perMinute: number): RequestHandler {
  if (perMinute === 0) return (_request, _response, next) => next();
  return rateLimit({
    windowMs: MINUTE_MS,
    limit: perMinute,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    skip: (request) => request.path === "/livez" || request.path === "/readyz",
    handler: (_request, _response, next) => {
      next(new ProblemError("too-many-requests", `More than ${perMinute} requests in a minute.`));
    },
  });
}
