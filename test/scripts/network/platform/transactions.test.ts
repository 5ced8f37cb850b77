import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  avaxSerial,
  BigIntPr,
  type Context,
  Id,
  OutputOwners,
  pvm,
  secp256k1,
  TransferOutput,
  Utxo,
  utils,
} from "@avalabs/avalanchejs";
import { expect } from "chai";
import { NetworkError } from "../../../../scripts/network/NetworkError.ts";
import { changeTransaction } from "../../../../scripts/network/platform/changeTransaction.ts";
import { completeTransaction } from "../../../../scripts/network/platform/completeTransaction.ts";
import { describeTransaction } from "../../../../scripts/network/platform/describeTransaction.ts";
import { platformAddress } from "../../../../scripts/network/platform/platformAddress.ts";
import { signTransaction } from "../../../../scripts/network/platform/signTransaction.ts";
import {
  type TransactionFile,
  transactionFile,
} from "../../../../scripts/network/platform/transactionFile.ts";

const secretOf = (name: string) => createHash("sha256").update(name).digest("hex");
const addressOf = (secret: string) => utils.format("P", "custom", platformAddress(secret));
const id = (byte: number) => utils.base58check.encode(new Uint8Array(32).fill(byte));

const payer = secretOf("payer");
const members = ["one", "two", "three", "four", "five"]
  .map(secretOf)
  .sort((a, b) => Buffer.compare(platformAddress(a), platformAddress(b)));
const owners = { owners: members.map(addressOf), threshold: 3 };
const nodeId = `NodeID-${utils.base58check.encode(new Uint8Array(20).fill(7))}`;
const subnetId = id(9);
const end = 1_900_000_000n;
const add = { kind: "add", subnetId, nodeId, weight: 1_000n, end } as const;

const context: Context.Context = {
  networkID: 424_242,
  hrp: "custom",
  pBlockchainID: id(0),
  xBlockchainID: id(2),
  cBlockchainID: id(3),
  avaxAssetID: id(4),
  baseTxFee: 0n,
  createAssetTxFee: 0n,
  platformFeeConfig: {
    weights: [1, 1_000, 1_000, 4],
    maxCapacity: 1_000_000n,
    maxPerSecond: 100_000n,
    targetPerSecond: 50_000n,
    minPrice: 1n,
    excessConversionConstant: 2_164_043n,
  },
};
const coins = {
  feeState: { capacity: 1_000_000n, excess: 0n, price: 1n, timestamp: "2026-01-01T00:00:00Z" },
  utxos: [
    new Utxo(
      avaxSerial.UTXOID.fromNative(id(5), 0),
      Id.fromString(context.avaxAssetID),
      new TransferOutput(
        new BigIntPr(1_000_000_000n),
        OutputOwners.fromNative([platformAddress(payer)], 0n, 1),
      ),
    ),
  ],
};

function proposed(
  named: readonly string[] = [],
  change: Parameters<typeof changeTransaction>[3] = add,
) {
  return changeTransaction(context, coins, owners, change, {
    payer: addressOf(payer),
    owners: named,
  });
}

async function signed(transaction: TransactionFile, ...secrets: readonly string[]) {
  let done = transaction;
  for (const secret of secrets) done = await signTransaction(done, secret);
  return done;
}

async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof NetworkError) return error.code;
    throw error;
  }
  return "nothing was refused";
}

describe("a change of the validators that members sign", () => {
  const folder = mkdtempSync(join(tmpdir(), "tallystick-platform-"));
  after(() => rmSync(folder, { recursive: true }));

  it("says in its own bytes what it does", () => {
    const bytes = (file: TransactionFile) => Buffer.from(file.unsigned.slice(2), "hex");
    expect(describeTransaction(bytes(proposed()))).to.deep.include({
      ...add,
      networkId: 424_242,
      sentence: `On network 424242, ${nodeId} becomes a validator of subnet ${subnetId} with weight 1000 until 2030-03-17.`,
    });
    const remove = proposed([], { kind: "remove", subnetId, nodeId });
    expect(describeTransaction(bytes(remove))).to.deep.equal({
      ...{ kind: "remove", networkId: 424_242, subnetId, nodeId },
      change: [`0x${Buffer.from(platformAddress(payer)).toString("hex")}`],
      sentence: `On network 424242, ${nodeId} is a validator of subnet ${subnetId} no more.`,
    });
  });

  it("says who decides from then on where the owners change", async () => {
    const newOwners = [...owners.owners.slice(1), addressOf(secretOf("sixth"))];
    const change = { kind: "owners", subnetId, newOwners, newThreshold: 4 } as const;
    const handover = proposed([], change);
    const { sentence, kind } = describeTransaction(Buffer.from(handover.unsigned.slice(2), "hex"));
    expect(kind).to.equal("owners");
    expect(sentence).to.include("belongs to 4 of P-custom1");
    for (const owner of newOwners) expect(sentence).to.include(owner);
    const tooMany = { ...change, newThreshold: 6 };
    expect(await codeOf(() => proposed([], tooMany))).to.equal("WRONG_NUMBER_OF_OWNERS");
  });

  it("is complete with the payer's and three members' signatures, in whatever order they came", async () => {
    const named = [members[4], members[0], members[2]].map((secret) => addressOf(secret ?? ""));
    const transaction = proposed(named);
    const [first = "", , third = "", , fifth = ""] = members;
    const complete = completeTransaction(await signed(transaction, fifth, payer, third, first));
    const again = completeTransaction(await signed(transaction, payer, first, third, fifth));
    expect(complete.toBytes()).to.deep.equal(again.toBytes());
    const digest = createHash("sha256").update(Buffer.from(transaction.unsigned.slice(2), "hex"));
    const hash = digest.digest();
    const recovered = complete.getAllSignatures().map((signature) => {
      const bytes = Buffer.from(signature.replace(/^0x/, ""), "hex");
      const key = secp256k1.recoverPublicKey(hash, bytes);
      return utils.format("P", "custom", secp256k1.publicKeyBytesToAddress(key));
    });
    // The chain counts signatures along the owners' order.
    expect(recovered).to.deep.equal([payer, first, third, fifth].map(addressOf));
  });

  it("names those who have yet to sign, and is not sent without them", async () => {
    const [first = "", second = ""] = members;
    const half = await signed(proposed(), payer, first, second);
    expect(transactionFile.missing(half)).to.deep.equal([addressOf(members[2] ?? "")]);
    expect(await codeOf(() => completeTransaction(half))).to.equal("SIGNATURES_MISSING");
  });

  it("takes no signature of somebody who isn't asked", async () => {
    const fourth = members[3] ?? "";
    expect(await codeOf(() => signTransaction(proposed(), fourth))).to.equal("NOT_A_SIGNER");
    const stranger = [addressOf(secretOf("stranger")), ...owners.owners.slice(0, 2)];
    expect(await codeOf(() => proposed(stranger))).to.equal("NOT_AN_OWNER");
    const two = owners.owners.slice(0, 2);
    expect(await codeOf(() => proposed(two))).to.equal("WRONG_NUMBER_OF_OWNERS");
  });

  it("is refused when its bytes were changed after somebody signed", async () => {
    const [first = "", second = "", third = ""] = members;
    const whole = await signed(proposed(), payer, first, second, third);
    const { unsigned } = proposed([], { ...add, weight: 999_999n });
    const swapped = { ...whole, unsigned };
    expect(await codeOf(() => completeTransaction(swapped))).to.equal("SIGNATURE_WRONG");
    const one = addressOf(first);
    const forged = { ...whole.signatures, [one]: `0x${"00".repeat(65)}` };
    const broken = { ...whole, signatures: forged };
    expect(await codeOf(() => completeTransaction(broken))).to.equal("SIGNATURE_WRONG");
  });

  it("is signed by nobody when what is left of the payer's coin goes to somebody else", async () => {
    const changeAddressesBytes = [platformAddress(secretOf("thief"))];
    const parts = { ...coins, changeAddressesBytes, fromAddressesBytes: [platformAddress(payer)] };
    const removal = { subnetId, nodeId, subnetAuth: [0, 1, 2] };
    const theft = pvm.newRemoveSubnetValidatorTx({ ...parts, ...removal }, context);
    const unsigned = `0x${Buffer.from(theft.toBytes()).toString("hex")}`;
    const stolen = { ...proposed(), unsigned };
    expect(await codeOf(() => signTransaction(stolen, payer))).to.equal("COIN_DIVERTED");
  });

  it("is signed only where it changes validators", async () => {
    const base = pvm.newBaseTx(
      {
        ...coins,
        fromAddressesBytes: [platformAddress(payer)],
        outputs: [
          avaxSerial.TransferableOutput.fromNative(context.avaxAssetID, 1_000n, [
            platformAddress(secretOf("thief")),
          ]),
        ],
      },
      context,
    );
    const unsigned = `0x${Buffer.from(base.toBytes()).toString("hex")}`;
    const payment = { ...proposed(), unsigned };
    expect(await codeOf(() => signTransaction(payment, payer))).to.equal("TRANSACTION_UNKNOWN");
    const garbage = { ...proposed(), unsigned: "0x00ff" };
    expect(await codeOf(() => signTransaction(garbage, payer))).to.equal("TRANSACTION_UNKNOWN");
  });

  it("goes from one machine to the next as a file", async () => {
    const file = join(folder, "change.json");
    await transactionFile.write(file, await signed(proposed(), payer));
    expect(transactionFile.read(file)).to.deep.equal(await signed(proposed(), payer));
    writeFileSync(file, '{"kind":"something else"}');
    expect(await codeOf(() => transactionFile.read(file))).to.equal("TRANSACTION_UNREADABLE");
    expect(await codeOf(() => transactionFile.read(`${file}.not`))).to.equal(
      "TRANSACTION_UNREADABLE",
    );
  });
});
