import { StandardMerkleTree } from "@openzeppelin/merkle-tree";
import { expect } from "chai";
import { getBytes, hexlify, id, keccak256, toBeHex } from "ethers";
import fc from "fast-check";
import {
  type AnchorDocument,
  AnchorError,
  anchorLeaf,
  buildAnchor,
  createFastKeccak,
  createSaltSource,
  keccak,
  MerkleRoot,
  MerkleTree,
  verifyInclusion,
} from "../../../sdk/index.ts";

const types = ["bytes32", "bytes32"];

function documentsOf(count: number): AnchorDocument[] {
  return Array.from({ length: count }, (_, n) => ({ salt: id(`salt ${n}`), digest: id(`${n}`) }));
}

function treeOf(documents: readonly AnchorDocument[]): MerkleTree {
  const tree = new MerkleTree();
  for (const document of documents) tree.add(anchorLeaf(document));
  return tree;
}

/** RFC 9162's definition of the tree, by recursion, with children in ascending order. */
function rootByDefinition(leaves: readonly string[]): string {
  if (leaves.length === 1) return leaves[0] ?? "";
  const left = 2 ** Math.floor(Math.log2(leaves.length - 1));
  const children = [rootByDefinition(leaves.slice(0, left)), rootByDefinition(leaves.slice(left))];
  return keccak256(
    `0x${children
      .sort()
      .map((each) => each.slice(2))
      .join("")}`,
  );
}

function theirs(documents: readonly AnchorDocument[], sortLeaves: boolean) {
  const values = documents.map(({ salt, digest }) => [salt, digest]);
  return StandardMerkleTree.of(values, types, { sortLeaves });
}

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof AnchorError) return error.code;
    throw error;
  }
  return "nothing was thrown";
}

describe("a tree of documents", () => {
  it("has OpenZeppelin's leaves, and its root where the tree is full", () => {
    for (const count of [1, 2, 4, 8, 64]) {
      const documents = documentsOf(count);
      expect(treeOf(documents).rootHex()).to.equal(theirs(documents, false).root);
    }
  });

  it("has the root that the definition gives, in a stream and at once, for every size up to 130", () => {
    const documents = documentsOf(130);
    const stream = new MerkleRoot();
    const tree = new MerkleTree();
    const leaves: string[] = [];
    for (const document of documents) {
      const leaf = anchorLeaf(document);
      leaves.push(leaf);
      stream.add(getBytes(leaf));
      tree.add(leaf);
      expect(tree.rootHex()).to.equal(rootByDefinition(leaves));
      expect(hexlify(stream.bytes())).to.equal(tree.rootHex());
    }
    expect([tree.count, stream.count]).to.deep.equal([130, 130]);
  });

  it("has a proof for each document that OpenZeppelin's library accepts, for every size up to 40", () => {
    for (let count = 1; count <= 40; count += 1) {
      const documents = documentsOf(count);
      const tree = treeOf(documents);
      for (const [place, document] of documents.entries()) {
        const proof = tree.proofFor(place);
        const value = [document.salt, document.digest];
        expect(StandardMerkleTree.verify(tree.rootHex(), types, value, proof)).to.equal(true);
        expect(verifyInclusion(tree.rootHex(), document, proof)).to.equal(true);
        expect(proof.length).to.be.at.most(Math.ceil(Math.log2(count)));
      }
    }
  });

  it("accepts the proofs of OpenZeppelin's trees", () => {
    const documents = documentsOf(11);
    const other = theirs(documents, true);
    for (const [place, [salt = "", digest = ""]] of other.entries())
      expect(verifyInclusion(other.root, { salt, digest }, other.getProof(place))).to.equal(true);
  });

  it("proves nothing about another document, place, salt, tree or a changed proof", () => {
    const sizes = fc.integer({ min: 2, max: 70 });
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), fc.nat({ max: 255 }), (count, one, two, bit) => {
        const documents = documentsOf(count);
        const tree = treeOf(documents);
        const place = one % count;
        const document = documents[place] ?? documentsOf(1)[0];
        if (document === undefined) throw new Error("there is no document");
        const proof = tree.proofFor(place);
        const root = tree.rootHex();
        const other = two % count;
        if (other !== place)
          expect(verifyInclusion(root, document, tree.proofFor(other))).to.equal(false);
        const swapped = { salt: document.digest, digest: document.salt };
        expect(verifyInclusion(root, swapped, proof)).to.equal(false);
        const changed = proof.with(
          two % proof.length,
          toBeHex(BigInt(proof[two % proof.length] ?? 0) ^ (1n << BigInt(bit)), 32),
        );
        expect(verifyInclusion(root, document, changed)).to.equal(false);
        const grown = treeOf(documentsOf(count + 1)).rootHex();
        expect(verifyInclusion(grown, document, proof)).to.equal(false);
        expect(verifyInclusion(root, document, [...proof, root])).to.equal(false);
        expect(verifyInclusion(root, document, proof.slice(1))).to.equal(false);
      }),
      { numRuns: 60 },
    );
  });

  it("takes no node for a leaf", () => {
    const documents = documentsOf(4);
    const tree = treeOf(documents);
    const [first, second] = documents.slice(0, 2).map(anchorLeaf).sort();
    const posing = { salt: first ?? "", digest: second ?? "" };
    expect(verifyInclusion(tree.rootHex(), posing, tree.proofFor(0).slice(1))).to.equal(false);
  });

  it("gives salts that hide documents: two of the same digest have different leaves", async () => {
    const kept: AnchorDocument[] = [];
    const same = Array.from({ length: 3_000 }, () => ({ digest: id("invoice 1") }));
    const tree = await buildAnchor(same, { keep: (_, salted) => void kept.push(salted) });
    expect(new Set(kept.map(({ salt }) => salt)).size).to.equal(3_000);
    expect(new Set(kept.map(anchorLeaf)).size).to.equal(3_000);
    const last = kept[2_999] ?? { salt: "", digest: "" };
    expect(verifyInclusion(tree.rootHex(), last, tree.proofFor(2_999))).to.equal(true);
  });

  it("is built from a stream of files' digests, with salts of one's own", async () => {
    const documents = documentsOf(9);
    const seen: number[] = [];
    async function* stream() {
      for (const [place, document] of documents.entries()) yield { ...document, place };
    }
    const tree = await buildAnchor(stream(), {
      keep: async ({ place }) => {
        await Promise.resolve();
        seen.push(place);
      },
    });
    expect(seen).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(tree.rootHex()).to.equal(treeOf(documents).rootHex());
  });

  it("keeps tens of thousands of documents apart, across its chunks of memory", async () => {
    const digestOf = (n: number) => toBeHex(n, 32);
    function* many() {
      for (let n = 0; n < 70_000; n += 1) yield { digest: digestOf(n), salt: id("one salt") };
    }
    const tree = await buildAnchor(many());
    for (const place of [0, 32_767, 32_768, 65_535, 65_536, 69_999]) {
      const document = { salt: id("one salt"), digest: digestOf(place) };
      expect(verifyInclusion(tree.rootHex(), document, tree.proofFor(place))).to.equal(true);
      const beside = { ...document, digest: digestOf(place + 1) };
      expect(verifyInclusion(tree.rootHex(), beside, tree.proofFor(place))).to.equal(false);
    }
  }).timeout(20_000);

  it("hashes the same in JavaScript and in WebAssembly", async () => {
    const fast = await createFastKeccak();
    const nextSalt = createSaltSource();
    for (let length = 0; length < 200; length += 1) {
      const bytes = nextSalt().slice(0, length);
      expect(hexlify(fast(bytes))).to.equal(hexlify(keccak(bytes)));
      expect(hexlify(fast(bytes))).to.equal(keccak256(bytes));
    }
  });

  it("says what is wrong with an empty tree, a place beyond it and a digest that is none", async () => {
    expect(codeOf(() => new MerkleTree().root())).to.equal("anchor-empty");
    expect(codeOf(() => new MerkleRoot().bytes())).to.equal("anchor-empty");
    const tree = treeOf(documentsOf(3));
    for (const place of [3, -1, 0.5, Number.NaN])
      expect(codeOf(() => tree.proofFor(place))).to.equal("anchor-index-unknown");
    const short = { salt: id("salt"), digest: "0x12" };
    expect(codeOf(() => anchorLeaf(short))).to.equal("anchor-hash-invalid");
    expect(codeOf(() => tree.add(new Uint8Array(31)))).to.equal("anchor-hash-invalid");
    expect(
      codeOf(() => verifyInclusion(tree.rootHex(), { ...short, digest: id("1") }, ["0x"])),
    ).to.equal("anchor-hash-invalid");
  });
});
