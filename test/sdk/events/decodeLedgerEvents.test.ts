import { expect } from "chai";
import { id, ZeroHash } from "ethers";
import {
  decodeLedgerEvents,
  type LedgerDeployment,
  ledgerInterfaces,
  termsFromEvent,
} from "../../../sdk/index.ts";

const names = Object.keys(ledgerInterfaces);
const addresses = Object.fromEntries(
  names.map((name, index) => [name, `0x${"ab".repeat(19)}${String(index + 10)}`]),
) as LedgerDeployment["addresses"];

function logOf(contract: keyof typeof ledgerInterfaces, event: string, args: readonly unknown[]) {
  const abi = ledgerInterfaces[contract];
  const fragment = abi.getEvent(event);
  if (fragment === null) throw new Error(`${contract} has no event ${event}`);
  return { address: addresses[contract], ...abi.encodeEventLog(fragment, args) };
}

const split = logOf("creditCertificates", "SplitToSelf", [5n, 4n, 300n, id("ref")]);

describe("the ledger's events among logs", () => {
  it("come in order, with the contract and plain arguments", () => {
    const expired = logOf("receivables", "ReceivableExpired", [7, ZeroHash]);
    expect(decodeLedgerEvents({ addresses }, [split, expired])).to.deep.equal([
      {
        contract: "creditCertificates",
        name: "SplitToSelf",
        args: { id: 5n, fromId: 4n, value: 300n, ref: id("ref") },
        log: split,
      },
      {
        contract: "receivables",
        name: "ReceivableExpired",
        args: { receivable: 7n, ref: ZeroHash },
        log: expired,
      },
    ]);
  });

  it("are told apart by address, however it is written, and not by topic", () => {
    const upper = { ...split, address: `0x${split.address.slice(2).toUpperCase()}` };
    const foreign = { ...split, address: `0x${"1".repeat(40)}` };
    const misplaced = { ...split, address: addresses.rules };
    expect(decodeLedgerEvents({ addresses }, [foreign, upper, misplaced])).to.have.length(1);
  });

  it("carry structs and lists as plain objects and arrays", () => {
    const terms = {
      obligor: 3n,
      creditor: 5n,
      amount: 100n,
      currency: "0x5a5a5a",
      deliveryDay: 20_779n,
      contractDueDay: 20_800n,
      dueDay: 20_790n,
      documentRoot: id("documents"),
      defenceWaiver: true,
      noticeByLedger: false,
      longTermReason: ZeroHash,
      obligorInterestShare: 250n,
      epoch: 0n,
      invoices: [{ tag: id("invoice"), exists: 400n, amount: 100n }],
      earlier: [{ epoch: 2n, tags: [id("earlier")] }],
      fees: [{ kind: 1n, payer: 3n, amount: 2n }],
      salt: ZeroHash,
    };
    const args = [1, 3, 5, terms, id("digest"), 5, ZeroHash];
    const [event] = decodeLedgerEvents({ addresses }, [
      logOf("receivables", "ReceivableRegistered", args),
    ]);
    if (event?.name !== "ReceivableRegistered") expect.fail("it was not decoded");
    expect(structuredClone(event.args.terms)).to.deep.equal(terms);
    expect(termsFromEvent(event.args)).to.deep.include({
      // No ISO 4217 code, which must not keep anybody from reading it.
      currency: "ZZZ",
      deliveryDay: "2026-11-22",
      invoices: [{ tag: id("invoice"), face: 400n, used: 100n }],
      earlier: [{ epoch: 2, tags: [id("earlier")] }],
      fees: [{ kind: "platform", payer: 3, amount: 2n }],
    });
  });

  it("are refused when a log of the ledger is cut off", () => {
    expect(() => decodeLedgerEvents({ addresses }, [{ ...split, data: "0x" }])).to.throw();
  });
});
