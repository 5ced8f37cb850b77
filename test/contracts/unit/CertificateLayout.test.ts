import { expect } from "chai";
import { storageLayouts } from "../../../scripts/solc/storageLayouts.ts";

/** Slots of a contract, without the insides of structs. */
function slotsOf(layout: readonly string[] | undefined): string[] {
  return (layout ?? []).filter((line) => /^\d/.test(line));
}

describe("the two bytecodes of certificates", () => {
  it("begin with the same storage, so that either may write it", () => {
    const layouts = storageLayouts("artifacts");
    const first = slotsOf(layouts["CreditCertificates"]);
    const second = slotsOf(layouts["CertificateSettlement"]);
    expect(second.length).to.be.greaterThan(5);
    expect(first.slice(0, second.length)).to.deep.equal(second);
  });
});
