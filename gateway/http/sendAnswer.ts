import type { Response } from "express";
import type { RecordedAnswer } from "../idempotency/requestLog.ts";
import { plainJson } from "../json/plainJson.ts";
import type { RouteAnswer } from "../openapi/route.ts";

const JSON_TYPE = "application/json; charset=utf-8";

/** Text, status and headers of an answer, and how they are sent. */
export const sendAnswer = {
  /** The exact form in which an answer leaves, and in which it is remembered. */
  form({ status, body, headers = {} }: RouteAnswer): RecordedAnswer {
    if (body === undefined) return { status, headers, body: "" };
    const isText = typeof body === "string" && headers["content-type"] !== undefined;
    if (isText) return { status, headers, body };
    return { status, headers: { "content-type": JSON_TYPE, ...headers }, body: plainJson(body) };
  },

  to(response: Response, { status, headers, body }: RecordedAnswer): void {
    response.status(status).set(headers);
    if (body === "") response.end();
    else response.send(body);
  },
} as const;
