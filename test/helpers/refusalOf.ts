import { expect } from "chai";
import { BaseError } from "../../sdk/index.ts";

/** The SDK's error that a call throws. */
export function refusalOf(call: () => unknown): BaseError {
  try {
    call();
  } catch (error) {
    if (error instanceof BaseError) return error;
    throw error;
  }
  return expect.fail("it was not refused");
}
