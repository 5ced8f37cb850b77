import { z } from "zod";
import type { Route } from "./route.ts";

/** A header of an answer, as it is declared. */
export interface AnswerHeader {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly schema: z.ZodType<string>;
}

const count = z.string().regex(/^\d{1,16}$/);

const requestId: AnswerHeader = {
  name: "X-Request-Id",
  description: "The request, as in the log and in a problem's `instance`",
  required: true,
  schema: z.string().min(1),
};
const ledgerBlock: AnswerHeader = {
  name: "X-Ledger-Block",
  description:
    "Of a read: the block that it is of. Of a write: from this block on every read has it",
  required: true,
  schema: count,
};
const replayed: AnswerHeader = {
  name: "Idempotency-Replayed",
  description: "The answer was given before",
  required: false,
  schema: z.literal("true"),
};
const location: AnswerHeader = {
  name: "Location",
  description: "Where to look what became of it",
  required: true,
  schema: z.string().regex(/^\/(v1\/(transactions|approvals)\/[0-9a-zA-Z]+|readyz)$/),
};
const retryAfter: AnswerHeader = {
  name: "Retry-After",
  description: "Seconds",
  required: false,
  schema: count,
};
const authenticate: AnswerHeader = {
  name: "WWW-Authenticate",
  description: "How to sign in, where the problem is that nobody is",
  required: false,
  schema: z.string().min(1),
};

/** Headers of answers that a client may rely on. */
export const answerHeaders = {
  /** Of an answer below 400. Streams, and how the gateway is, are of no block. */
  of(route: Route, status: number): readonly AnswerHeader[] {
    const isWrite = route.method !== "get";
    const block = isWrite || route.live !== true ? [ledgerBlock] : [];
    const once = isWrite && route.idempotent !== false ? [replayed] : [];
    return [requestId, ...block, ...once, ...(status === 202 ? [location, retryAfter] : [])];
  },

  /** Of a problem. */
  ofProblem: [requestId, retryAfter, authenticate] as readonly AnswerHeader[],
} as const;
