import { callSubject, ledgerInterfaces } from "@tallystick/sdk";
import { expect } from "chai";
import { ZeroHash } from "ethers";

const receipts = `0x${"ab".repeat(20)}`;
const { liens } = ledgerInterfaces;

describe("What a call is about", () => {
  const subject = (data: string) =>
    callSubject("liens", data, (address) =>
      address === receipts ? "warehouseReceipts" : undefined,
    );
  const pledge = (asset: string) =>
    liens.encodeFunctionData("pledge", [[asset, 1n, 1n, 2, 3, ZeroHash, ZeroHash, 0, 0], ZeroHash]);

  it("is the token that a pledge names, and that a lien's number tells", () => {
    expect(subject(pledge(receipts))).to.equal("warehouseReceipts");
    const accept = (lien: bigint) =>
      liens.encodeFunctionData("accept", [lien, [ZeroHash, 0], ZeroHash]);
    expect(subject(accept((1n << 64n) | 5n))).to.equal("creditCertificates");
    expect(subject(accept((2n << 64n) | 5n))).to.equal("warehouseReceipts");
  });

  it("is the called contract where nothing else is told", () => {
    expect(subject(pledge(`0x${"cd".repeat(20)}`))).to.equal("liens");
    expect(subject("0x12345678")).to.equal("liens");
    expect(callSubject("factoring", pledge(receipts), () => "liens")).to.equal("factoring");
  });
});
