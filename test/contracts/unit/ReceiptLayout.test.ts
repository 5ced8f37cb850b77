import { expect } from "chai";
import { storageLayouts } from "../../../scripts/solc/storageLayouts.ts";

/** Slots of a contract, without the insides of structs. */
function slotsOf(layout: readonly string[] | undefined): string[] {
  return (layout ?? []).filter((line) => /^\d/.test(line));
}

describe("the two bytecodes of warehouse receipts", () => {
  it("begin with the same storage, so that either may write it", () => {
    const layouts = storageLayouts("artifacts");
    const first = slotsOf(layouts["WarehouseReceipts"]);
    const second = slotsOf(layouts["ReceiptDelivery"]);
    expect(second.length).to.be.greaterThan(8);
    expect(first.slice(0, second.length)).to.deep.equal(second);
  });
});
