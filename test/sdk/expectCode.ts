import { expect } from "chai";
import { BaseError } from "../../sdk/index.ts";

/** Expects a call to fail with an error of the SDK that has this code and reads as a sentence. */
export function expectCode(call: () => unknown, code: string): void {
  let caught: unknown;
  try {
    call();
  } catch (error) {
    caught = error;
  }
  if (!(caught instanceof BaseError)) expect.fail(`no error of the SDK but ${String(caught)}`);
  expect(caught.code).to.equal(code);
  expect(caught.message).to.match(/^["A-Z0-9-].*\.$/);
}
