import { BaseError } from "@tallystick/sdk";
import { z } from "zod";
import { NodeFault } from "../chain/nodeFault.ts";
import { RpcRefusal } from "../chain/rpcRefusal.ts";
import { LedgerRefusal } from "./ledgerRefusal.ts";
import type { Problem } from "./problem.ts";
import { ProblemError } from "./problemError.ts";
import { type ProblemCode, problemTable } from "./problemTable.ts";

/** HTTP status per ledger error code, for those that are not the usual 409. */
export type RefusalStatuses = Readonly<Record<string, number>>;

interface HttpError {
  readonly status: number;
  readonly type?: string;
}

const bodyProblems: Readonly<Record<string, ProblemCode>> = {
  "entity.parse.failed": "malformed-json",
  "entity.too.large": "body-too-large",
  "encoding.unsupported": "unsupported-media-type",
  "charset.unsupported": "unsupported-media-type",
};

/** Identifier of a kind of problem; a URN, so that it stays the same wherever a gateway runs. */
function problemType(code: string): string {
  return `urn:tallystick:problem:${code}`;
}

function fromProblemError(error: ProblemError, instance: string): Problem {
  return {
    ...error.extensions,
    type: problemType(error.code),
    title: problemTable[error.code].title,
    status: error.status,
    detail: error.message,
    code: error.code,
    instance,
  };
}

function fromRefusal(error: LedgerRefusal, statuses: RefusalStatuses, instance: string): Problem {
  return {
    type: problemType(error.code),
    title: problemTable["ledger-refused"].title,
    status: statuses[error.code] ?? problemTable["ledger-refused"].status,
    detail: error.message,
    code: error.code,
    args: error.args,
    ...(error.transactionHash === undefined ? {} : { transactionHash: error.transactionHash }),
    instance,
  };
}

/** What the SDK can't make a call of: its sentence is for the caller, and nothing was sent. */
function fromSdkError(error: BaseError, instance: string): Problem {
  const isSilent = error.code === "ledger-unreachable";
  const { status, title } = problemTable[isSilent ? "ledger-unreachable" : "unprocessable"];
  const { code, message: detail, details } = error;
  return { type: problemType(code), title, status, detail, code, args: details, instance };
}

function isHttpError(error: unknown): error is HttpError & Error {
  if (!(error instanceof Error) || !("status" in error)) return false;
  return typeof error.status === "number" && error.status >= 400 && error.status < 500;
}

function asProblemError(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  // A read of the chain failed on the way to an answer: nothing is wrong with the request or in the gateway.
  if (error instanceof NodeFault || error instanceof RpcRefusal)
    return new ProblemError("ledger-unreachable", `Ask again: ${error.message}`);
  if (error instanceof z.ZodError) {
    const issues = error.issues.map(({ path, code, message }) => ({
      path: path.map(String),
      code,
      message,
    }));
    return new ProblemError("invalid-request", "Some of the request's fields are wrong.", {
      issues,
    });
  }
  if (isHttpError(error)) {
    const code = bodyProblems[error.type ?? ""] ?? "invalid-request";
    return new ProblemError(code, error.message);
  }
  return new ProblemError(
    "internal-error",
    "Something went wrong inside the gateway. The operator finds it in the log by this instance.",
  );
}

/** The problem that tells `error` to a client. Whatever is not meant for clients becomes a 500 that says nothing. */
export function toProblem(error: unknown, statuses: RefusalStatuses, instance: string): Problem {
  if (error instanceof LedgerRefusal) return fromRefusal(error, statuses, instance);
  if (error instanceof BaseError) return fromSdkError(error, instance);
  return fromProblemError(asProblemError(error), instance);
}
