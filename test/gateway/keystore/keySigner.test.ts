import { expect } from "chai";
import { Transaction, type TransactionRequest, verifyTypedData, Wallet } from "ethers";
import fc from "fast-check";
import { createKeySigner } from "../../../gateway/keystore/createKeySigner.ts";
import { nativeCurve } from "../../../sdk/node.ts";

const bytes32 = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .filter((bytes) => bytes.some((byte) => byte > 0) && (bytes[0] ?? 0) < 0xff)
  .map((bytes) => `0x${Buffer.from(bytes).toString("hex")}`);

const to = "0x00000000000000000000000000000000000000aa";
const terms: readonly TransactionRequest[] = [
  { type: 0, gasPrice: 0n },
  { type: 1, gasPrice: 1n, accessList: [{ address: to, storageKeys: [] }] },
  { type: 2, maxFeePerGas: 2n, maxPriorityFeePerGas: 1n },
].map((fees) => ({ ...fees, chainId: 31_337, gasLimit: 90_000n, to, data: "0x1234", value: 0n }));

const domain = { name: "Test", chainId: 31_337, verifyingContract: to };
const types = { Note: [{ name: "text", type: "string" }] };

describe("A key in memory", () => {
  it("has libsecp256k1 on this machine", () => {
    expect(nativeCurve).not.to.equal(undefined);
  });

  for (const [kind, inJavaScript] of [
    ["natively", false],
    ["in JavaScript", true],
  ] as const) {
    it(`signs ${kind} the very bytes that ethers' wallet signs`, async () => {
      await fc.assert(
        fc.asyncProperty(bytes32, fc.nat(1_000), fc.string(), async (key, nonce, text) => {
          const wallet = new Wallet(key);
          const signer = createKeySigner(key, { inJavaScript });
          expect(signer.address).to.equal(wallet.address);
          for (const each of terms) {
            const signed = await signer.signTransaction({ ...each, nonce });
            expect(signed).to.equal(await wallet.signTransaction({ ...each, nonce }));
            expect(Transaction.from(signed).from).to.equal(wallet.address);
          }
          const signature = await signer.signTypedData(domain, types, { text });
          expect(signature).to.equal(await wallet.signTypedData(domain, types, { text }));
          expect(verifyTypedData(domain, types, { text }, signature)).to.equal(wallet.address);
        }),
        { numRuns: 25 },
      );
    });
  }

  it("resolves no names", async () => {
    const signer = createKeySigner(`0x${"11".repeat(32)}`);
    const promise = { getAddress: () => Promise.resolve(to) };
    const failure = await signer
      .signTransaction({ ...terms[0], nonce: 0, to: promise })
      .catch((error: Error) => error.message);
    expect(failure).to.contain("must be an address");
  });
});
