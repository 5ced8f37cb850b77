import { expect } from "chai";
import { ProblemError } from "../../../gateway/errors/problemError.ts";

/** The problem that a promise rejects with. */
export async function problemFrom(promise: Promise<unknown>): Promise<ProblemError> {
  const outcome = await promise.then(
    () => expect.fail("it was not refused"),
    (thrown: unknown) => thrown,
  );
  if (outcome instanceof ProblemError) return outcome;
  throw outcome;
}
