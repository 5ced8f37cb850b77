import { expect } from "chai";
import { toBeHex } from "ethers";
import {
  acceptances,
  certificates,
  headerFromRlp,
  qbftHeaders,
  signCheckpoint,
  verifyStorageProofs,
} from "../../../sdk/index.ts";
import {
  type EvidenceBundle,
  type EvidenceTrust,
  type EvidenceVerdict,
  evidenceText,
  exportEvidence,
  verifyEvidence,
} from "../../../sdk/provenance/index.ts";
import { showsNeighbour } from "../../../sdk/provenance/showsNeighbour.ts";
import { chain } from "../../helpers/chain.ts";
import { evidenceScene } from "../../helpers/evidenceScene.ts";
import { evidenceVerdictOf } from "../../helpers/evidenceVerdictOf.ts";
import { type Sealer, sealedSource, sealersFrom } from "../../helpers/sealedSource.ts";

const sealers = sealersFrom(1_000, 4);
const strangers = sealersFrom(9_000, 4);

function trustIn(
  { chainId, genesis, contracts }: EvidenceBundle,
  validators: readonly Sealer[] = sealers,
): EvidenceTrust {
  const accounts = validators.map(({ address }) => address);
  return { kind: "qbft", chainId, genesis, contracts, validators: accounts };
}

function proved(bundle: EvidenceBundle, trust = trustIn(bundle)): EvidenceVerdict {
  return verifyEvidence(evidenceText.read(evidenceText.write(bundle)), trust);
}

async function scene() {
  const its = await chain.networkHelpers.loadFixture(evidenceScene);
  const source = sealedSource(its.source, () => sealers);
  const exported = (
    certificate: bigint,
    more: Partial<Parameters<typeof exportEvidence>[1]> = {},
    from = source,
  ) => exportEvidence(from, { deployment: its.deployment, certificate, ...more });
  return { ...its, sealed: source, exported };
}

describe("an evidence bundle of a sealed ledger", () => {
  it("proves a third-tier certificate to who knows the validators, and no more than that", async () => {
    const { exported, thirdTier, openings, who } = await scene();
    const { third, second, root } = await thirdTier();
    const { bundle } = await exported(third, { documents: openings.slice(1, 2) });
    const verdict = proved(bundle);
    const { certificate, receivable, lineage, trust } = verdict;
    expect(certificate).to.include({ certificate: third, owner: who.thirdTier, value: 250_00n });
    expect(receivable).to.include({ obligor: who.obligor, amount: 1_000_00n, state: "accepted" });
    expect(lineage.map((link) => [link.certificate, link.holder, link.tier])).to.deep.equal([
      [third, who.thirdTier, 3],
      [second, who.buyer, 2],
      [root, who.supplier, 1],
    ]);
    expect(trust).to.deep.include({ kind: "validators", validators: 4, hops: 0 });
    expect(verdict.signatures.map(({ of, member }) => [of, member])).to.deep.equal([
      ["confirmation", who.obligor],
      ["acceptance", who.supplier],
      ["endorsement", who.buyer],
      ["endorsement", who.thirdTier],
    ]);
    expect(verdict.documents).to.deep.equal([
      { digest: openings[1]?.digest, root: openings[1]?.root, anchoredBy: "terms" },
    ]);
    expect(verdict.proved).to.include.members(["lineage", "unencumbered", "endorsements-signed"]);
    expect(verdict.notProved).to.have.members([
      "endorsement-times",
      "document-truth",
      "names",
      "after-block",
    ]);
  });

  it("is at most 200 kB, however it is asked for", async () => {
    const { exported, thirdTier, openings } = await scene();
    const { third } = await thirdTier();
    const asked = { documents: openings, withReceipts: true, withNeighbours: true };
    const { bundle } = await exported(third, asked);
    const text = evidenceText.write(bundle);
    const began = performance.now();
    proved(bundle);
    const took = Math.round(performance.now() - began);
    console.error(`      ${text.length} bytes, verified in ${took} ms`);
    expect(text.length).to.be.at.most(200_000);
  });

  it("shows neither siblings nor what other members hold", async () => {
    const { exported, thirdTier, scene: before, openings } = await scene();
    const { third, cousin } = await thirdTier();
    await before.lien.active();
    const { bundle } = await exported(third, { documents: openings.slice(0, 1) });
    const text = evidenceText.write(bundle);
    expect(text).not.to.contain(toBeHex(cousin, 32).slice(2));
    expect(text).not.to.contain(openings[1]?.digest.slice(2));
    expect(text).not.to.contain(openings[1]?.salt.slice(2));
    // A proof of absence may end in somebody else's word; one of presence ends in the word itself, below hashes.
    const { stateRoot } = headerFromRlp(bundle.headers.at(-1) ?? "0x", qbftHeaders);
    for (const [name, storage] of Object.entries(bundle.storage)) {
      if (storage === null) continue;
      const address = bundle.contracts[name as keyof typeof bundle.contracts];
      const slots = storage.words.map(({ slot, proof }) => ({ slot: BigInt(slot), proof }));
      const its = { stateRoot, address, accountProof: storage.account, slots };
      const absent = slots.filter((_, index) => verifyStorageProofs(its)[index] === 0n);
      expect(
        absent.filter(({ proof }) => showsNeighbour(proof)),
        name,
      ).to.deep.equal([]);
    }
  });

  it("says so where the liens' book proves that there are none, if its neighbours may be seen", async () => {
    const { exported, thirdTier, scene: before } = await scene();
    const { third } = await thirdTier();
    await before.lien.active();
    const { bundle } = await exported(third, { withNeighbours: true });
    expect(proved(bundle).encumbrance).to.deep.equal({
      pledged: 0n,
      reserved: 0n,
      liens: [],
      provedBy: "certificate-and-liens",
    });
  });

  it("names every lien, and one can't be left out of it", async () => {
    const { exported, scene: before, who } = await scene();
    const { token, lien } = await before.lien.active();
    const { bundle } = await exported(token);
    const { encumbrance, proved: claims } = proved(bundle);
    expect(claims).to.include("encumbered").and.not.to.include("unencumbered");
    expect(encumbrance).to.deep.include({ pledged: 400_00n, reserved: 0n });
    expect(encumbrance.liens.map((each) => [each.lien, each.securedParty])).to.deep.equal([
      [lien, who.financier],
    ]);
    const without = { ...bundle, storage: { ...bundle.storage, liens: null } };
    expect(evidenceVerdictOf(evidenceText.write(without), trustIn(bundle))).to.equal(
      "evidence-storage-unproved",
    );
  });

  it("calls nothing unencumbered that is offered or frozen", async () => {
    const { exported, scene: before } = await scene();
    const { certificate } = await before.offered();
    const offered = proved((await exported(certificate)).bundle);
    expect(offered.encumbrance).to.deep.include({ pledged: 0n, reserved: 400_00n, liens: [] });
    expect(offered.proved).to.include("encumbered").and.not.to.include("unencumbered");
    const { certificate: other } = await before.issued();
    expect(proved((await exported(other)).bundle).proved).to.include("unencumbered");
    await before.freeze(other);
    const frozen = proved((await exported(other)).bundle);
    expect(frozen.certificate.flags).to.deep.equal(["frozen"]);
    expect(frozen.proved).to.include("encumbered").and.not.to.include("unencumbered");
  });

  it("knows documents that a member anchored about the receivable, and no others", async () => {
    const { exported, scene: before, openings, anchorAbout, who } = await scene();
    const { certificate, receivable } = await before.issued();
    await anchorAbout(toBeHex(receivable, 32));
    const { bundle } = await exported(certificate, { documents: openings });
    const [document] = proved(bundle).documents;
    expect(document).to.deep.include({ member: who.supplier, about: "receivable-number" });
    const other = await before.issued();
    const refused = await exported(other.certificate, { documents: openings }).catch(
      (error: { code?: string }) => error.code,
    );
    expect(refused).to.equal("evidence-document-not-included");
  });

  it("has a receipt only where it is the lineage's alone, unless all is to be shown", async () => {
    const { exported, signed, as, who, scene: before } = await scene();
    const { certificate } = await signed();
    for (const member of ["buyer", "thirdTier"] as const) {
      const until = (await before.now()) + 86_400;
      const its = { sender: who.supplier, until, framework: before.digest("framework") };
      await acceptances.setStanding(as[member], its);
    }
    const passes = [who.buyer, who.thirdTier].map((to) => ({
      to,
      value: 100_00n,
      tradeReference: before.digest("order"),
    }));
    const batch = await certificates.transferBatch(as.supplier, { certificate, passes });
    const child = batch.certificates[0] ?? 0n;
    const bare = await exported(child);
    expect(bare.bundle.receipts).to.deep.equal([]);
    expect(proved(bare.bundle).lineage[0]?.hop).to.equal(null);
    const shown = await exported(child, { withReceipts: true });
    expect(shown.receipts[1]?.others).to.include("creditCertificates.Passed");
    expect(proved(shown.bundle).lineage[0]?.hop).to.include({
      value: 100_00n,
      cause: "circulation",
    });
  });

  it("follows the validators as they change, by hops that the trusted ones sealed", async () => {
    const { source, exported, thirdTier } = await scene();
    const { third } = await thirdTier();
    const later = [...sealers.slice(2), ...strangers.slice(0, 2)].sort((a, b) =>
      a.address < b.address ? -1 : 1,
    );
    const turn = (block: number) => (block < 20 ? sealers : block < 25 ? later : strangers);
    const { bundle } = await exported(third, {}, sealedSource(source, turn));
    const { trust } = proved(bundle);
    expect(trust).to.include({ kind: "validators", validators: 4 });
    expect(trust.kind === "validators" && trust.hops > 0).to.equal(true);
    const direct = { ...bundle, headers: bundle.headers.slice(-1), receipts: [] };
    expect(evidenceVerdictOf(evidenceText.write(direct), trustIn(bundle))).to.equal(
      "qbft-hop-untrusted",
    );
  });

  it("is refused for another ledger, another certificate, or a block that is too old", async () => {
    const { exported, thirdTier, deployment } = await scene();
    const { third, cousin } = await thirdTier();
    const { bundle } = await exported(third);
    const text = evidenceText.write(bundle);
    const trust = trustIn(bundle);
    const liens = deployment.addresses.members.toLowerCase();
    const contracts = { ...bundle.contracts, liens };
    expect(evidenceVerdictOf(text, { ...trust, contracts })).to.equal("evidence-chain-differs");
    expect(evidenceVerdictOf(text, { ...trust, chainId: 1 })).to.equal("evidence-chain-differs");
    const claimed = evidenceText.write({ ...bundle, certificate: cousin });
    expect(evidenceVerdictOf(claimed, trust)).to.equal("evidence-storage-unproved");
    const { at } = proved(bundle).block;
    expect(() => verifyEvidence(bundle, trust, { notBefore: at + 1n })).to.throw("stale");
    expect(verifyEvidence(bundle, trust, { notBefore: at }).outcome).to.equal("proved");
  });

  it("is not made of what a node says that can't prove it", async () => {
    const { exported, thirdTier, sealed } = await scene();
    const { third } = await thirdTier();
    const lying = (method: string, lie: (answer: Record<string, unknown>) => unknown) => ({
      request: async (call: Parameters<typeof sealed.request>[0]) => {
        const answer = await sealed.request(call);
        return call.method === method ? lie(answer as Record<string, unknown>) : answer;
      },
    });
    const lies = [
      lying("eth_getProof", (answer) => ({ ...answer, accountProof: ["0xc0"] })),
      lying("eth_getBlockByNumber", (answer) => ({ ...answer, hash: `0x${"11".repeat(32)}` })),
      lying("eth_getStorageAt", () => "no word"),
      lying("eth_getLogs", () => [{}]),
    ];
    for (const source of lies) {
      const code = await exported(third, {}, source).catch(
        (error: { code?: string }) => error.code,
      );
      expect(code).to.equal("evidence-not-exported");
    }
  });

  it("is of an earlier block where one is named", async () => {
    const { exported, thirdTier, as } = await scene();
    const { third } = await thirdTier();
    const first = await exported(third);
    await certificates.split(as.thirdTier, { certificate: third, value: 50_00n });
    const again = await exported(third, { block: first.bundle.block });
    expect(evidenceText.write(again.bundle)).to.equal(evidenceText.write(first.bundle));
    expect(proved((await exported(third)).bundle).certificate.value).to.equal(200_00n);
  });
});

describe("an evidence bundle of a ledger without seals", () => {
  async function checkpointed() {
    const its = await scene();
    const { third } = await its.thirdTier();
    const { bundle } = await its.exported(third, {}, its.source);
    const { chainId, genesis, contracts, block } = bundle;
    const { header } = await its.source
      .request({ method: "eth_getBlockByNumber", params: [toBeHex(block), false] })
      .then((json) => ({ header: json as { hash: string; stateRoot: string } }));
    const stated = {
      ...{ chainId, genesisHash: genesis, block, blockHash: header.hash },
      ...{ stateRoot: header.stateRoot, digest: null, tables: [] },
      ...{ signer: "Plain Audit", at: "2026-11-23T00:00:00Z" },
    };
    const checkpoint = await signCheckpoint(its.signers.auditor, stated);
    const signers = [{ name: "Plain Audit", account: checkpoint.account }];
    const trust: EvidenceTrust = { kind: "checkpoint", chainId, genesis, contracts, signers };
    return { ...its, bundle, trust, checkpoint };
  }

  it("stands on the word of who signed a checkpoint, beside it or inside", async () => {
    const { bundle, trust, checkpoint } = await checkpointed();
    const beside = verifyEvidence(bundle, trust, { checkpoints: [checkpoint] });
    expect(beside.trust).to.deep.equal({ kind: "checkpoint", signers: [checkpoint.account] });
    expect(beside.notProved).to.include("seals");
    const consensus = { kind: "checkpoint" as const, checkpoints: [checkpoint] };
    expect(proved({ ...bundle, consensus }, trust)).to.deep.equal(beside);
  });

  it("proves nothing without one, by a stranger's, or to who trusts validators alone", async () => {
    const { bundle, trust, checkpoint } = await checkpointed();
    const text = evidenceText.write(bundle);
    expect(evidenceVerdictOf(text, trust)).to.equal("checkpoint-signer-unknown");
    const stranger = { name: "Nobody", account: `0x${"11".repeat(20)}` };
    const strange = { ...trust, signers: [stranger] } as EvidenceTrust;
    const consensus = { kind: "checkpoint" as const, checkpoints: [checkpoint] };
    const inside = evidenceText.write({ ...bundle, consensus });
    expect(evidenceVerdictOf(inside, strange)).to.equal("checkpoint-signer-unknown");
    expect(evidenceVerdictOf(text, trustIn(bundle))).to.equal("evidence-block-unproved");
  });
});
