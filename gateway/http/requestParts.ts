import type { Request } from "express";
import { ProblemError } from "../errors/problemError.ts";
import { canonicalJson } from "../idempotency/canonicalJson.ts";
import type { RawParts, Route } from "../openapi/route.ts";
import { assertStorable } from "./assertStorable.ts";

/** A read's parts, with the block that its caller insists on taken out of the query. */
export interface RequestParts extends RawParts {
  readonly atLeastBlock: number | undefined;
}

const blockNumber = /^\d{1,12}$/;

function atLeastBlock(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "string" && blockNumber.test(value)) return Number(value);
  throw new ProblemError("invalid-request", "atLeastBlock must be a block number.", {
    issues: [
      { path: ["query", "atLeastBlock"], code: "invalid_format", message: "not a block number" },
    ],
  });
}

function hasForeignBody(request: Request): boolean {
  const length = request.get("content-length");
  const hasBody = request.get("transfer-encoding") !== undefined || Number(length ?? 0) > 0;
  return hasBody && !request.is("json");
}

/** The parts of a request as a route may parse them: bounded in depth, free of text that can't be stored. */
export function requestParts(route: Route, request: Request): RequestParts {
  if (route.method !== "get" && hasForeignBody(request)) {
    throw new ProblemError(
      "unsupported-media-type",
      "Bodies are JSON: send Content-Type: application/json.",
    );
  }
  const { atLeastBlock: wanted, ...query } = request.query;
  const body: unknown = route.method === "get" ? undefined : request.body;
  canonicalJson(body);
  for (const part of [request.params, query, body]) assertStorable(part);
  return { params: request.params, query, body, atLeastBlock: atLeastBlock(wanted) };
}
