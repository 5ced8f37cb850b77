import type { Request } from "express";
import { ProblemError } from "../errors/problemError.ts";

const usableKey = /^[\x21-\x7e]{1,255}$/;

/** The key that a write names itself by; a write without a usable one is a problem. */
export function idempotencyKey(request: Request): string {
  const key = request.get("idempotency-key");
  if (key === undefined || key === "") {
    throw new ProblemError(
      "idempotency-key-missing",
      "Every write names itself: send an Idempotency-Key that is new for each new request.",
    );
  }
  if (!usableKey.test(key)) {
    throw new ProblemError(
      "idempotency-key-invalid",
      "An Idempotency-Key is 1 to 255 visible ASCII characters.",
    );
  }
  return key;
}
