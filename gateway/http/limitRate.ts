import type { RequestHandler } from "express";
import { rateLimit } from "express-rate-limit";
import { ProblemError } from "../errors/problemError.ts";
import type { GatewayMetrics } from "../metrics/gatewayMetrics.ts";

const MINUTE_MS = 60_000;

/**
 * At most `perMinute` requests or sign-ins a minute from one address; 0 switches the limit off. Counted in this process
 * alone: behind several gateways an address may ask each of them that often.
 */
export function limitRate(
  { limited }: Pick<GatewayMetrics, "limited">,
  limit: "requests" | "sign-ins",
  perMinute: number,
): RequestHandler {
  if (perMinute === 0) return (_request, _response, next) => next();
  return rateLimit({
    windowMs: MINUTE_MS,
    limit: perMinute,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    identifier: limit,
    skip: (request) => request.path === "/livez" || request.path === "/readyz",
    handler: (_request, _response, next) => {
      limited.inc({ limit });
      next(new ProblemError("too-many-requests", `More than ${perMinute} ${limit} in a minute.`));
    },
  });
}
