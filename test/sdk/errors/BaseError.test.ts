import { expect } from "chai";
import {
  BaseError,
  DocumentUnreadableError,
  IdentityError,
  MoneyError,
  SettlementError,
  TimeError,
} from "../../../sdk/index.ts";

describe("BaseError", () => {
  it("carries a code, a sentence and the facts of the sentence", () => {
    const error = new BaseError("limit-exceeded", "The limit is exceeded.", {
      details: { limit: "100" },
    });
    expect(error.code).to.equal("limit-exceeded");
    expect(error.message).to.equal("The limit is exceeded.");
    expect(error.details).to.deep.equal({ limit: "100" });
    expect(error).to.not.have.property("cause");
  });

  it("walks from itself to its root cause", () => {
    const root = new Error("socket closed");
    const middle = new MoneyError("money-negative", "It is negative.", { cause: root });
    const top = new BaseError("request-failed", "The request failed.", { cause: middle });
    expect(top.walk()).to.equal(root);
    expect(top.walk((error) => error instanceof MoneyError)).to.equal(middle);
    expect(top.walk((error) => error === top)).to.equal(top);
    expect(top.walk((error) => error instanceof TimeError)).to.equal(undefined);
  });

  it("walks through causes that are no errors, and out of a loop of causes", () => {
    const top = new BaseError("a", "A.", { cause: "text" });
    expect(top.walk()).to.equal("text");
    const looping = new BaseError("b", "B.");
    Object.defineProperty(looping, "cause", { value: looping });
    expect(looping.walk()).to.equal(looping);
    expect(looping.walk(() => false)).to.equal(undefined);
  });

  it("is what every error of the SDK's core extends, each under its own name", () => {
    const errors = [
      new DocumentUnreadableError("The document is empty."),
      new IdentityError("identity-salt-invalid", "No salt."),
      new MoneyError("money-negative", "Negative."),
      new SettlementError("settlement-negative", "Negative."),
      new TimeError("time-not-a-date", "No date."),
    ];
    for (const error of errors) {
      expect(error).to.be.instanceOf(BaseError);
      expect(error.name).to.equal(error.constructor.name);
    }
    expect(errors[0]).to.include({ code: "document-unreadable", exitCode: 3 });
  });
});
