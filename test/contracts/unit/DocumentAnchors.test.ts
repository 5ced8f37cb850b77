import { anyValue } from "@nomicfoundation/hardhat-ethers-chai-matchers/withArgs";
import { StandardMerkleTree } from "@openzeppelin/merkle-tree";
import { expect } from "chai";
import { id, keccak256, toBeHex, ZeroHash } from "ethers";
import { anchorLeaf, MerkleTree } from "../../../sdk/index.ts";
import { blockTime } from "../../helpers/blockTime.ts";
import { chain } from "../../helpers/chain.ts";
import { ledgerFixture, type Party } from "../../helpers/ledgerFixture.ts";
import { named } from "../../helpers/named.ts";
import { ref } from "../../helpers/ref.ts";

const { networkHelpers } = chain;
const kind = { none: 0n, invoice: 1n, transportDocument: 4n, count: 7n };
const state = { none: 0n, current: 1n, superseded: 2n, withdrawn: 3n };
const allRoles = 4_095n;
const suspendedBy = { overdue: 1n, sanctions: 16n };
const [root, other, subject] = [id("root"), id("other root"), id("lot 7")];

/** A ledger on which the first tier anchored `root`: 3 transport documents of `subject`. */
async function anchorsFixture() {
  const ledger = await ledgerFixture();
  const { documentAnchors, who } = ledger;
  const as = (party: Party) => documentAnchors.connect(party.account);
  await as(who.tierOne).anchor(root, kind.transportDocument, subject, 3n, ref);
  return {
    ...ledger,
    anchors: documentAnchors,
    as,
    own: as(who.tierOne),
    anchoredAt: await blockTime(),
  };
}

const documents = Array.from({ length: 5 }, (_, n) => ({
  salt: id(`salt ${n}`),
  digest: id(`${n}`),
}));

function treeOf(count: number): MerkleTree {
  const tree = new MerkleTree();
  for (const document of documents.slice(0, count)) tree.add(anchorLeaf(document));
  return tree;
}

function documentAt(place: number) {
  const document = documents[place];
  if (document === undefined) throw new Error(`there is no document ${place}`);
  return document;
}

/** A ledger on which the first tier anchored the tree of 5 documents. */
async function treeFixture() {
  const ledger = await anchorsFixture();
  const tree = treeOf(5);
  await ledger.own.anchor(tree.rootHex(), kind.invoice, ZeroHash, 5n, ref);
  return { ...ledger, tree, top: tree.rootHex() };
}

describe("DocumentAnchors", () => {
  describe("anchor", () => {
    it("records who anchored what, when, about what, and tells all of it in an event", async () => {
      const { anchors, anchoredAt, who, as } = await networkHelpers.loadFixture(anchorsFixture);
      expect(named(await anchors.anchorOf(root))).to.deep.equal({
        member: who.tierOne.id,
        kind: kind.transportDocument,
        state: state.current,
        count: 3n,
        anchoredAt,
        subjectFingerprint: keccak256(subject).slice(0, 34),
        supersededBy: ZeroHash,
      });
      expect(await anchors.isAbout(root, subject)).to.equal(true);
      expect(await anchors.isAbout(root, id("lot 8"))).to.equal(false);
      await expect(as(who.auditor).anchor(other, kind.count, subject, 1n, ref))
        .to.emit(anchors, "Anchored")
        .withArgs(other, who.auditor.id, subject, kind.count, 1n, ref);
    });

    it("knows nothing of a root that nobody anchored", async () => {
      const { anchors } = await networkHelpers.loadFixture(anchorsFixture);
      expect((await anchors.anchorOf(other)).state).to.equal(state.none);
      expect(await anchors.isAbout(other, ZeroHash)).to.equal(false);
      expect(await anchors.includes(other, other, [])).to.equal(false);
      await expect(anchors.requireIncluded(other, id("salt"), id("digest"), []))
        .to.be.revertedWithCustomError(anchors, "DocumentAnchorsUnknownRoot")
        .withArgs(other);
    });

    it("takes a root once, whoever anchored it and whatever became of it", async () => {
      const { anchors, own, who, as } = await networkHelpers.loadFixture(anchorsFixture);
      const again = async (party: Party) =>
        expect(as(party).anchor(root, kind.invoice, subject, 1n, ref))
          .to.be.revertedWithCustomError(anchors, "DocumentAnchorsAnchoredBefore")
          .withArgs(root, who.tierOne.id);
      await again(who.tierOne);
      await again(who.tierTwo);
      await own.withdraw(root, ZeroHash, ref);
      await again(who.tierOne);
      await own.anchor(other, kind.count, subject, 1n, ref);
      await expect(own.supersede(other, root, 1n, ref))
        .to.be.revertedWithCustomError(anchors, "DocumentAnchorsAnchoredBefore")
        .withArgs(root, who.tierOne.id);
      await expect(own.supersede(other, other, 1n, ref))
        .to.be.revertedWithCustomError(anchors, "DocumentAnchorsAnchoredBefore")
        .withArgs(other, who.tierOne.id);
    });

    it("refuses a zero root, no kind, a kind that there is not, and no document", async () => {
      const { anchors, own } = await networkHelpers.loadFixture(anchorsFixture);
      await expect(
        own.anchor(ZeroHash, kind.invoice, subject, 1n, ref),
      ).to.be.revertedWithCustomError(anchors, "DocumentAnchorsZeroRoot");
      await expect(own.anchor(other, kind.none, subject, 1n, ref))
        .to.be.revertedWithCustomError(anchors, "DocumentAnchorsNoKind")
        .withArgs(other);
      await expect(own.anchor(other, kind.invoice, subject, 0n, ref))
        .to.be.revertedWithCustomError(anchors, "DocumentAnchorsZeroCount")
        .withArgs(other);
      await expect(own.anchor(other, 10n, subject, 1n, ref)).to.be.revertedWithoutReason(
        chain.ethers,
      );
    });

    it("is for active accounts of members that aren't suspended, overdue apart", async () => {
      const { anchors, members, who, as, stranger, deployment } =
        await networkHelpers.loadFixture(anchorsFixture);
      const anchor = (by: typeof anchors) => by.anchor(other, kind.invoice, subject, 1n, ref);
      await expect(anchor(anchors.connect(stranger)))
        .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
        .withArgs(stranger.address);
      const operator = members.connect(who.operator.account);
      await operator.setSuspensions(who.tierOne.id, suspendedBy.sanctions, id("order"), ref);
      const suspended = as(who.tierOne);
      for (const refused of [
        anchor(suspended),
        suspended.supersede(root, other, 1n, ref),
        suspended.withdraw(root, ZeroHash, ref),
      ])
        await expect(refused)
          .to.be.revertedWithCustomError(members, "MembersSuspended")
          .withArgs(who.tierOne.id, suspendedBy.sanctions);
      const runs = deployment.addresses.settlementRuns;
      await networkHelpers.impersonateAccount(runs);
      const settler = await chain.ethers.getSigner(runs);
      await members.connect(settler).raiseOverdue(who.obligor.id, ref, { gasPrice: 0n });
      expect((await members.memberOf(who.obligor.id)).suspensions).to.equal(suspendedBy.overdue);
      await expect(anchor(as(who.obligor))).to.emit(anchors, "Anchored");
    });
  });

  describe("supersede", () => {
    it("puts a root with the same kind and subject in the place of one", async () => {
      const { anchors, own, who } = await networkHelpers.loadFixture(anchorsFixture);
      await expect(own.supersede(root, other, 4n, ref))
        .to.emit(anchors, "AnchorSuperseded")
        .withArgs(root, other, who.tierOne.id, 4n, ref);
      const before = await anchors.anchorOf(root);
      expect([before.state, before.supersededBy, before.count]).to.deep.equal([
        state.superseded,
        other,
        3n,
      ]);
      const after = await anchors.anchorOf(other);
      expect([after.state, after.kind, after.count, after.member]).to.deep.equal([
        state.current,
        kind.transportDocument,
        4n,
        who.tierOne.id,
      ]);
      expect(after.anchoredAt).to.equal(await blockTime());
      expect(await anchors.isAbout(other, subject)).to.equal(true);
    });

    it("is for the member that anchored it, while it is current", async () => {
      const { anchors, own, as, who } = await networkHelpers.loadFixture(anchorsFixture);
      await expect(as(who.tierTwo).supersede(root, other, 1n, ref))
        .to.be.revertedWithCustomError(anchors, "DocumentAnchorsNotAnchoredBy")
        .withArgs(root, who.tierTwo.id, who.tierOne.id);
      await expect(own.supersede(other, root, 1n, ref))
        .to.be.revertedWithCustomError(anchors, "DocumentAnchorsUnknownRoot")
        .withArgs(other);
      await expect(own.supersede(root, ZeroHash, 1n, ref)).to.be.revertedWithCustomError(
        anchors,
        "DocumentAnchorsZeroRoot",
      );
      await expect(own.supersede(root, other, 0n, ref))
        .to.be.revertedWithCustomError(anchors, "DocumentAnchorsZeroCount")
        .withArgs(other);
      await own.supersede(root, other, 1n, ref);
      await expect(own.supersede(root, id("third"), 1n, ref))
        .to.be.revertedWithCustomError(anchors, "DocumentAnchorsNotCurrent")
        .withArgs(root, state.superseded);
    });
  });

  describe("withdraw", () => {
    it("takes a root back for good, with the digest of the reason", async () => {
      const { anchors, own, who } = await networkHelpers.loadFixture(anchorsFixture);
      await expect(own.withdraw(root, id("reason"), ref))
        .to.emit(anchors, "AnchorWithdrawn")
        .withArgs(root, who.tierOne.id, id("reason"), ref);
      expect((await anchors.anchorOf(root)).state).to.equal(state.withdrawn);
      for (const late of [own.withdraw(root, ZeroHash, ref), own.supersede(root, other, 1n, ref)])
        await expect(late)
          .to.be.revertedWithCustomError(anchors, "DocumentAnchorsNotCurrent")
          .withArgs(root, state.withdrawn);
    });

    it("is for the member that anchored it, with whichever of its accounts", async () => {
      const { anchors, members, own, as, who, fresh } =
        await networkHelpers.loadFixture(anchorsFixture);
      await expect(as(who.operator).withdraw(root, ZeroHash, ref))
        .to.be.revertedWithCustomError(anchors, "DocumentAnchorsNotAnchoredBy")
        .withArgs(root, who.operator.id, who.tierOne.id);
      await expect(own.withdraw(other, ZeroHash, ref))
        .to.be.revertedWithCustomError(anchors, "DocumentAnchorsUnknownRoot")
        .withArgs(other);
      await members.connect(who.tierOne.account).addAccount(fresh, ref);
      await networkHelpers.time.increase(48 * 60 * 60);
      await expect(anchors.connect(fresh).withdraw(root, ZeroHash, ref))
        .to.emit(anchors, "AnchorWithdrawn")
        .withArgs(root, who.tierOne.id, anyValue, ref);
    });
  });

  describe("inclusion", () => {
    it("is proved for each document of each size of tree", async () => {
      const { anchors, own } = await networkHelpers.loadFixture(anchorsFixture);
      for (let count = 1; count <= documents.length; count += 1) {
        const tree = treeOf(count);
        const top = tree.rootHex();
        await own.anchor(top, kind.invoice, subject, count, ref);
        for (let place = 0; place < count; place += 1) {
          const { salt, digest } = documentAt(place);
          const proof = tree.proofFor(place);
          expect(await anchors.leafOf(salt, digest)).to.equal(anchorLeaf({ salt, digest }));
          expect(await anchors.includes(top, await anchors.leafOf(salt, digest), proof)).to.equal(
            true,
          );
          await anchors.requireIncluded(top, salt, digest, proof);
        }
      }
    });

    it("is proved for OpenZeppelin's own trees too", async () => {
      const { anchors, own } = await networkHelpers.loadFixture(anchorsFixture);
      const values = documents.map(({ salt, digest }) => [salt, digest]);
      const theirs = StandardMerkleTree.of(values, ["bytes32", "bytes32"]);
      await own.anchor(theirs.root, kind.invoice, subject, 5n, ref);
      for (const [place, [salt = "", digest = ""]] of theirs.entries())
        await anchors.requireIncluded(theirs.root, salt, digest, theirs.getProof(place));
    });

    it("is refused for another tree, another document, another salt and another proof", async () => {
      const { anchors, own, tree, top } = await networkHelpers.loadFixture(treeFixture);
      const { salt, digest } = documentAt(1);
      const proof = tree.proofFor(1);
      const refused = (at: string, its: { salt: string; digest: string }, by: string[]) =>
        expect(anchors.requireIncluded(at, its.salt, its.digest, by))
          .to.be.revertedWithCustomError(anchors, "DocumentAnchorsNotIncluded")
          .withArgs(at, anchorLeaf(its));
      await refused(root, { salt, digest }, proof);
      await refused(top, { salt, digest: id("another") }, proof);
      await refused(top, { salt: id("another"), digest }, proof);
      await refused(top, { salt, digest }, tree.proofFor(2));
      await refused(top, { salt, digest }, proof.slice(1));
      await refused(top, { salt, digest }, []);
      const smaller = treeOf(4);
      await own.anchor(smaller.rootHex(), kind.invoice, subject, 4n, ref);
      await refused(smaller.rootHex(), documentAt(4), tree.proofFor(4));
    });

    it("takes no proof that is longer than a tree of the stated count is high", async () => {
      const { anchors, own } = await networkHelpers.loadFixture(anchorsFixture);
      const tree = treeOf(5);
      await own.anchor(tree.rootHex(), kind.invoice, subject, 4n, ref);
      expect(tree.proofFor(0)).to.have.length(3);
      const leaf = anchorLeaf(documentAt(0));
      expect(await anchors.includes(tree.rootHex(), leaf, tree.proofFor(0))).to.equal(false);
      expect(await anchors.includes(root, toBeHex(1n, 32), Array(1_000).fill(leaf))).to.equal(
        false,
      );
    });

    it("stays provable after the root was superseded or withdrawn, but nobody relies on it", async () => {
      const { anchors, own, tree, top } = await networkHelpers.loadFixture(treeFixture);
      const { salt, digest } = documentAt(0);
      const proof = tree.proofFor(0);
      await own.supersede(top, other, 1n, ref);
      expect(await anchors.includes(top, anchorLeaf({ salt, digest }), proof)).to.equal(true);
      await expect(anchors.requireIncluded(top, salt, digest, proof))
        .to.be.revertedWithCustomError(anchors, "DocumentAnchorsNotCurrent")
        .withArgs(top, state.superseded);
    });

    it("of a node of the tree is no inclusion of a document", async () => {
      const { anchors, tree, top } = await networkHelpers.loadFixture(treeFixture);
      // The node above the first two leaves lies below the root, but no salt and digest hash to it.
      const [, node = ""] = tree.proofFor(2);
      const above = tree.proofFor(0).slice(1);
      expect(await anchors.includes(top, node, above)).to.equal(true);
      const [first, second] = [anchorLeaf(documentAt(0)), anchorLeaf(documentAt(1))].sort();
      await expect(anchors.requireIncluded(top, first ?? "", second ?? "", above))
        .to.be.revertedWithCustomError(anchors, "DocumentAnchorsNotIncluded")
        .withArgs(top, anyValue);
    });
  });

  it("needs a member with a role", async () => {
    const { members, who, as } = await networkHelpers.loadFixture(anchorsFixture);
    await members.connect(who.operator.account).setRoles(who.tierTwo.id, 0n, ZeroHash, ref);
    await expect(as(who.tierTwo).anchor(other, kind.invoice, subject, 1n, ref))
      .to.be.revertedWithCustomError(members, "MembersMissingRole")
      .withArgs(who.tierTwo.id, 0n, allRoles);
  });
});
