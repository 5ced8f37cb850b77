import { expect } from "chai";
import { getBytes, hexlify, keccak256, toBeHex } from "ethers";
import {
  ChainProofError,
  headerFromRpc,
  indexKey,
  proveInTrie,
  trieRoot,
  verifyStorageProofs,
  verifyTrieProof,
} from "../../../sdk/index.ts";
import { deployTestLedger, type TestLedger } from "../../gateway/helpers/deployTestLedger.ts";
import { startAnvil, type TestChain } from "../../gateway/helpers/startAnvil.ts";
import { seededRandom } from "../../helpers/seededRandom.ts";
import { expectCode } from "../expectCode.ts";

type Proved = {
  readonly accountProof: readonly string[];
  readonly storageProof: readonly { readonly proof: readonly string[]; readonly value: string }[];
};

/** One byte of a hex string changed. */
function flipped(hex: string, random: () => number): string {
  const bytes = getBytes(hex);
  const at = Math.floor(random() * bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  return hexlify(bytes);
}

function replaced<Item>(items: readonly Item[], at: number, item: Item): Item[] {
  return items.map((each, index) => (index === at ? item : each));
}

describe("storage of the ledger's contracts, proved by its node", function () {
  this.timeout(60_000);
  let anvil: TestChain;
  let ledger: TestLedger;
  let address = "";
  let stateRoot = "";
  let oldBlock = "";

  const ask = async (slots: readonly bigint[], block = "latest", of = address) => {
    const keys = slots.map((slot) => toBeHex(slot, 32));
    return (await anvil.rpc.send("eth_getProof", [of, keys, block])) as Proved;
  };
  const proofsOf = (slots: readonly bigint[], { storageProof }: Proved) =>
    slots.map((slot, index) => ({ slot, proof: storageProof[index]?.proof ?? [] }));
  const rootAt = async (block: string) =>
    headerFromRpc(await anvil.rpc.send("eth_getBlockByNumber", [block, false])).stateRoot;
  /** Slots of the members' contract that hold something, found as its mappings lay them out. */
  const filled = async () => {
    const slots: bigint[] = [];
    for (let slot = 0n; slot < 12n; slot += 1n) {
      const word = await anvil.rpc.send("eth_getStorageAt", [address, toBeHex(slot, 32), "latest"]);
      if (BigInt(String(word)) !== 0n) slots.push(slot);
      for (let key = 1n; key < 6n; key += 1n) {
        const inMap = BigInt(keccak256(toBeHex(key, 32) + toBeHex(slot, 32).slice(2)));
        const held = await anvil.rpc.send("eth_getStorageAt", [
          address,
          toBeHex(inMap, 32),
          "latest",
        ]);
        if (BigInt(String(held)) !== 0n) slots.push(inMap);
      }
    }
    return slots;
  };

  before(async () => {
    anvil = await startAnvil();
    ledger = await deployTestLedger(anvil);
    address = await ledger.contracts.members.getAddress();
    stateRoot = await rootAt("latest");
    oldBlock = toBeHex(ledger.deployment.block + 22).replace(/^0x0+/, "0x");
  });
  after(async () => {
    ledger?.provider.destroy();
    await anvil?.stop();
  });

  it("is what the node answers, where something is held and where nothing is", async () => {
    const slots = [...(await filled()), 0xdeadn, 2n ** 256n - 1n];
    const proved = await ask(slots);
    const { accountProof } = proved;
    const values = verifyStorageProofs({
      stateRoot,
      address,
      accountProof,
      slots: proofsOf(slots, proved),
    });
    expect(values).to.deep.equal(proved.storageProof.map(({ value }) => BigInt(value)));
    expect(values.filter((value) => value !== 0n).length).to.be.greaterThan(5);
    expect(values.slice(-2)).to.deep.equal([0n, 0n]);
  });

  it("is what it was at an older block, against that block's root only", async () => {
    const slots = await filled();
    const proved = await ask(slots, oldBlock);
    const { accountProof } = proved;
    const asked = { address, accountProof, slots: proofsOf(slots, proved) };
    const then = verifyStorageProofs({ ...asked, stateRoot: await rootAt(oldBlock) });
    const now = await ask(slots);
    expect(then).not.to.deep.equal(now.storageProof.map(({ value }) => BigInt(value)));
    expectCode(() => verifyStorageProofs({ ...asked, stateRoot }), "chain-proof-incomplete");
  });

  it("has no word of another slot, of another contract, or of none", async () => {
    const [slot = 0n] = await filled();
    const proved = await ask([slot]);
    const { accountProof } = proved;
    const slots = proofsOf([slot], proved);
    const other = await ledger.contracts.claims.getAddress();
    const swapped = slots.map(({ proof }) => ({ slot: slot + 1n, proof }));
    for (const wrong of [
      { stateRoot, address, accountProof, slots: swapped },
      { stateRoot, address: other, accountProof, slots },
    ]) {
      expect(() => verifyStorageProofs(wrong)).to.throw(ChainProofError);
    }
    const nobody = `0x${"77".repeat(20)}`;
    const { accountProof: absence } = await ask([], "latest", nobody);
    const asked = { stateRoot, address: nobody, accountProof: absence, slots: [] };
    expectCode(() => verifyStorageProofs(asked), "chain-account-absent");
  });

  it("is refused with any byte changed, any node left out, and any added", async () => {
    const random = seededRandom(6);
    const slots = [(await filled()).at(-1) ?? 0n, 0xdeadn];
    const proved = await ask(slots);
    const { accountProof } = proved;
    const good = proofsOf(slots, proved);
    const verify = (changed: Partial<Parameters<typeof verifyStorageProofs>[0]>) => () =>
      verifyStorageProofs({ stateRoot, address, accountProof, slots: good, ...changed });
    expect(verify({})()).to.have.length(2);
    const changes: (() => unknown)[] = [verify({ stateRoot: flipped(stateRoot, random) })];
    for (const at of accountProof.keys()) {
      for (let round = 0; round < 20; round += 1) {
        const node = flipped(accountProof[at] ?? "", random);
        changes.push(verify({ accountProof: replaced(accountProof, at, node) }));
      }
      changes.push(verify({ accountProof: accountProof.toSpliced(at, 1) }));
      changes.push(verify({ accountProof: accountProof.toSpliced(at, 0, accountProof[at] ?? "") }));
    }
    for (const [which, { slot, proof }] of good.entries()) {
      for (const at of proof.keys()) {
        for (let round = 0; round < 20; round += 1) {
          const node = flipped(proof[at] ?? "", random);
          const worse = { slot, proof: replaced(proof, at, node) };
          changes.push(verify({ slots: replaced(good, which, worse) }));
        }
        const shorter = { slot, proof: proof.toSpliced(at, 1) };
        const longer = { slot, proof: [...proof, proof[at] ?? ""] };
        changes.push(verify({ slots: replaced(good, which, shorter) }));
        changes.push(verify({ slots: replaced(good, which, longer) }));
      }
    }
    expect(changes.length).to.be.greaterThan(100);
    for (const change of changes) expect(change).to.throw(ChainProofError);
  });
});

describe("an ordered trie", () => {
  it("proves every value, short ones inside their parents, at sizes around a byte's edges", () => {
    for (const size of [1, 2, 3, 16, 17, 127, 128, 129, 200, 256, 257, 300]) {
      for (const values of [
        Array.from({ length: size }, (_, index) => toBeHex(index + 1)),
        Array.from({ length: size }, (_, index) => toBeHex(index + 1, 40)),
      ]) {
        const root = trieRoot(values);
        for (const index of [0, 1, size >> 1, size - 2, size - 1].filter(
          (each) => each >= 0 && each < size,
        )) {
          const proof = proveInTrie(values, index);
          expect(verifyTrieProof(root, indexKey(index), proof)).to.equal(values[index]);
        }
      }
    }
  });

  it("has the roots that others compute", () => {
    // keccak256(rlp([0x2080, "07"])): one leaf under the key 0x80, its path even.
    expect(trieRoot(["0x07"])).to.equal(keccak256("0xc482208007"));
    expect(trieRoot([])).to.equal(keccak256("0x80"));
  });

  it("proves that an empty one has nothing", () => {
    const root = trieRoot([]);
    expect(verifyTrieProof(root, indexKey(0), [])).to.equal(undefined);
    expect(verifyTrieProof(root, indexKey(0), ["0x80"])).to.equal(undefined);
    expectCode(() => verifyTrieProof(root, indexKey(0), ["0x07"]), "chain-proof-surplus");
  });

  it("refuses what is no node of a trie, though it has the right hash", () => {
    for (const [node, code] of [
      ["0xc0", "chain-proof-invalid"],
      ["0x07", "chain-proof-invalid"],
      ["0xc24080", "chain-proof-invalid"],
      ["0xc280c0", "chain-proof-invalid"],
      ["0xc482218007", "chain-proof-invalid"],
      ["0xc482208080", "chain-proof-invalid"],
      ["0xc58220808107", "chain-rlp-invalid"],
    ] as const) {
      expectCode(() => verifyTrieProof(keccak256(node), indexKey(0), [node]), code);
    }
    for (const node of ["0x0", "c0", "0xzz"]) {
      expectCode(
        () => verifyTrieProof(keccak256("0xc0"), indexKey(0), [node]),
        "chain-hex-invalid",
      );
    }
  });
});
