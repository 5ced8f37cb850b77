import { BaseError } from "@tallystick/sdk";
import { z } from "zod";
import { LedgerRefusal } from "./ledgerRefusal.ts";
import { ProblemError } from "./problemError.ts";
import type { ProblemCode } from "./problemTable.ts";

/** A refusal as it is kept beside what was refused. */
export interface Refusal {
  readonly code: string;
  readonly detail: string;
  readonly args: object;
}

/** Problems that say "not now": the same request may well succeed a moment later. */
const passing: ReadonlySet<ProblemCode> = new Set(["request-in-flight", "too-many-requests"]);

/** The refusal that an error is; undefined for what is no answer to the request, such as a node that can't be reached. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof LedgerRefusal) {
    return { code: error.code, detail: error.message, args: error.args };
  }
  if (error instanceof BaseError && error.code !== "ledger-unreachable") {
    return { code: error.code, detail: error.message, args: error.details };
  }
  if (error instanceof ProblemError && error.status < 500 && !passing.has(error.code)) {
    return { code: error.code, detail: error.message, args: error.extensions };
  }
  if (error instanceof z.ZodError) {
    const detail = "Some of the request's fields are wrong.";
    return { code: "invalid-request", detail, args: {} };
  }
  return undefined;
}
