import { expect } from "chai";
import { AbiCoder, type ErrorFragment, Interface, type ParamType } from "ethers";
import {
  BaseError,
  decodeLedgerError,
  LedgerError,
  type LedgerErrorContext,
  ledgerInterfaces,
} from "../../../sdk/index.ts";
import { contractArtifacts } from "../../helpers/contractArtifacts.ts";

const cny = "0x434e59";
const names: Readonly<Record<number, string>> = { 7: "Huadong Steel", 8: "Xinda Parts" };
const context: LedgerErrorContext = {
  memberName: (member) => names[member],
  currencyOf: async () => "CNY",
};

async function sentence(
  contract: keyof typeof ledgerInterfaces,
  name: string,
  args: readonly unknown[],
  using: LedgerErrorContext = context,
): Promise<string | undefined> {
  const data = ledgerInterfaces[contract].encodeErrorResult(name, args);
  return (await decodeLedgerError(data, using))?.message;
}

function sampleOf({ type }: ParamType): unknown {
  if (type === "string") return "text";
  if (type === "bytes") return "0x";
  if (type === "address") return `0x${"1".repeat(40)}`;
  if (type === "bool") return true;
  if (type.startsWith("bytes")) return `0x${"41".repeat(Number(type.slice(5)))}`;
  return 1n;
}

/** Every custom error that some contract, interface or library of ours can revert with. */
async function everyError(): Promise<ReadonlyMap<string, ErrorFragment>> {
  const found = new Map<string, ErrorFragment>();
  for (const { abi } of (await contractArtifacts()).values()) {
    abi.forEachError((error) => found.set(error.format("sighash"), error));
  }
  return found;
}

describe("every custom error of the contracts", () => {
  it("has a sentence of its own, whatever is known about names", async () => {
    const errors = [...(await everyError()).values()];
    expect(errors.length).to.be.above(150);
    const bad: string[] = [];
    for (const error of errors) {
      const data = new Interface([error]).encodeErrorResult(error, error.inputs.map(sampleOf));
      const decoded = await decodeLedgerError(data);
      const reads = /^["A-Z0-9].*[^.]\.$/.test(decoded?.message ?? "");
      const whole = !/undefined|NaN|\[object/.test(decoded?.message ?? "undefined");
      const own = decoded?.code === error.name && !decoded.message.includes(`with ${error.name}`);
      if (!reads || !whole || !own) bad.push(`${error.format("full")}: ${decoded?.message}`);
    }
    expect(bad).to.deep.equal([]);
  });

  it("still has one when its numbers mean nothing", async () => {
    const bad: string[] = [];
    for (const error of (await everyError()).values()) {
      const largest = error.inputs.map((input) => {
        const bits = /^uint(\d+)$/.exec(input.type)?.[1];
        return bits === undefined ? sampleOf(input) : (1n << BigInt(bits)) - 1n;
      });
      const data = new Interface([error]).encodeErrorResult(error, largest);
      const decoded = await decodeLedgerError(data, context);
      if (decoded?.code !== error.name) bad.push(error.name);
    }
    expect(bad).to.deep.equal([]);
  });
});

describe("an error of the ledger", () => {
  it("says who exceeds which limit, by how much", async () => {
    const args = [7, cny, 500_000_000n, 420_000_000n, 100_000_000n];
    expect(await sentence("receivables", "ReceivablesLimitExceeded", args)).to.equal(
      "Huadong Steel's limit is 5,000,000.00 CNY, 4,200,000.00 is in use, this asks for 1,000,000.00.",
    );
  });

  it("looks the currency of a certificate up by its receivable", async () => {
    const asked: number[] = [];
    const id = (5n << 32n) | 2n;
    const using: LedgerErrorContext = {
      currencyOf: (receivable) => {
        asked.push(receivable);
        return "JPY";
      },
    };
    expect(
      await sentence("creditCertificates", "SplitTokenExceedsFree", [id, 10n, 2_000n], using),
    ).to.equal("10 JPY of certificate 21474836482 is free, this asks for 2,000 JPY.");
    expect(asked).to.deep.equal([5]);
  });

  it("counts goods where the call was about a receipt, and asks for no currency", async () => {
    const id = (5n << 32n) | 2n;
    const using: LedgerErrorContext = { split: "receipt", currencyOf: () => expect.fail("asked") };
    expect(
      await sentence("warehouseReceipts", "SplitTokenExceedsFree", [id, 10n, 2_000n], using),
    ).to.equal("10 of receipt 21474836482 is free, this asks for 2,000.");
  });

  it("says days and times as dates", async () => {
    expect(await sentence("receivables", "ReceivablesDeliveryAhead", [20_800n, 20_779n])).to.equal(
      "The goods are delivered on 2026-12-13, after today, 2026-11-22: nothing is owed yet.",
    );
    expect(await sentence("members", "MembersSignatureExpired", [1n, 57_600n])).to.equal(
      "The signature was good until 1970-01-01T00:00:01Z, and it is 1970-01-01T16:00:00Z.",
    );
  });

  it("names roles and reasons of a suspension", async () => {
    expect(await sentence("members", "MembersMissingRole", [8, 0b1010n, 0b101n])).to.equal(
      "Xinda Parts needs the role obligor or financier and has supplier and custodian.",
    );
    expect(await sentence("members", "MembersSuspended", [7, 0b10101n])).to.equal(
      "Huadong Steel is suspended (overdue, licence and sanctions).",
    );
  });

  it("falls back to numbers when names are unknown or can't be found out", async () => {
    const failing: LedgerErrorContext = {
      memberName: () => Promise.reject(new Error("the database is away")),
      currencyOf: () => {
        throw new Error("the node is away");
      },
    };
    const id = 1n << 32n;
    expect(
      await sentence("creditCertificates", "SplitTokenNotOwner", [id, 7, 9], failing),
    ).to.equal("Certificate 4294967296 belongs to member 9, not to member 7.");
    expect(await sentence("creditCertificates", "SplitTokenHeld", [id, 1_234n], failing)).to.equal(
      "1,234 minor units of certificate 4294967296 is held.",
    );
  });

  it("carries the contract's arguments, and their text as details", async () => {
    const data = ledgerInterfaces.creditCertificates.encodeErrorResult("SplitTokenZeroValue", [9]);
    const error = await decodeLedgerError(data);
    if (!(error instanceof LedgerError)) expect.fail("it was not decoded");
    expect(error).to.be.instanceOf(BaseError);
    expect(error.args).to.deep.equal({ id: 9n });
    expect(error.details).to.deep.equal({ id: "9" });
  });

  it("says which item of a batch is refused, and why", async () => {
    const abi = ledgerInterfaces.creditCertificates;
    const reason = abi.encodeErrorResult("SplitTokenNotAccepted", [8, 7, 0]);
    const data = abi.encodeErrorResult("SplitTokenBatchItem", [2, reason]);
    const error = await decodeLedgerError(data, context);
    expect(error?.message).to.equal(
      "Item 3 of the batch is refused, and so is the whole batch: " +
        "Xinda Parts has no standing acceptance for Huadong Steel.",
    );
    expect(error?.args).to.deep.equal({
      index: 2n,
      reason: {
        code: "SplitTokenNotAccepted",
        message: "Xinda Parts has no standing acceptance for Huadong Steel.",
        args: { recipient: 8n, sender: 7n, until: 0n },
      },
    });
    expect(error?.cause).to.have.property("code", "SplitTokenNotAccepted");
  });

  it("keeps the reason of an item that nobody understands", async () => {
    const abi = ledgerInterfaces.creditCertificates;
    const data = abi.encodeErrorResult("SplitTokenBatchItem", [0, "0xdeadbeef"]);
    const error = await decodeLedgerError(data);
    expect(error?.message).to.contain("the reason is 0xdeadbeef");
    expect(error?.args).to.deep.equal({ index: 0n, reason: "0xdeadbeef" });
  });

  it("does not follow errors inside errors for ever", async () => {
    const abi = ledgerInterfaces.creditCertificates;
    let data = abi.encodeErrorResult("SplitTokenZeroValue", [1]);
    for (let depth = 0; depth < 12; depth += 1) {
      data = abi.encodeErrorResult("SplitTokenBatchItem", [0, data]);
    }
    expect((await decodeLedgerError(data))?.code).to.equal("SplitTokenBatchItem");
  });

  it("says what Solidity stopped for", async () => {
    const coder = AbiCoder.defaultAbiCoder();
    const panic = `0x4e487b71${coder.encode(["uint256"], [0x11]).slice(2)}`;
    const text = `0x08c379a0${coder.encode(["string"], ["no"]).slice(2)}`;
    expect((await decodeLedgerError(panic))?.message).to.equal(
      "The contract stopped: a sum or product left its range.",
    );
    expect((await decodeLedgerError(text))?.message).to.equal("A contract refused: no.");
  });

  it("is undefined when no contract of the ledger has it", async () => {
    for (const data of ["0x", "0x1234", "0xdeadbeef", `0xdeadbeef${"0".repeat(64)}`]) {
      expect(await decodeLedgerError(data)).to.equal(undefined);
    }
  });

  it("is undefined when its arguments are cut off", async () => {
    const data = ledgerInterfaces.creditCertificates.encodeErrorResult("SplitTokenHeld", [1, 2]);
    expect(await decodeLedgerError(data.slice(0, -64))).to.equal(undefined);
  });
});
