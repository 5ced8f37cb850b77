import { expect } from "chai";
import { BaseError } from "../../sdk/index.ts";

/** The SDK's error that a promise rejects with. */
export async function caughtFrom(promise: Promise<unknown>): Promise<BaseError> {
  const outcome = await promise.then(
    () => expect.fail("it was not refused"),
    (thrown: unknown) => thrown,
  );
  if (outcome instanceof BaseError) return outcome;
  throw outcome;
}
