import { expect } from "chai";
import { checkEvidence } from "../../../gateway/console/pages/evidence/checkEvidence.ts";
import { evidenceFile } from "../../../gateway/console/pages/evidence/evidenceFile.ts";
import { headerFromRlp } from "../../../sdk/index.ts";
import {
  type EvidenceBundle,
  type EvidenceTrust,
  evidenceText,
  evidenceTrust,
  exportEvidence,
  type SignedMessageOf,
  verifyEvidence,
} from "../../../sdk/provenance/index.ts";
import { caughtFrom } from "../../helpers/caughtFrom.ts";
import { chain } from "../../helpers/chain.ts";
import { evidenceScene } from "../../helpers/evidenceScene.ts";
import { refusalOf } from "../../helpers/refusalOf.ts";
import { warpSource } from "../../helpers/warpSource.ts";
import { warpTrustFile } from "../../helpers/warpTrustFile.ts";
import { warpValidators } from "../../helpers/warpValidators.ts";

const five = warpValidators.validators(5);
const pinned = warpValidators.trust(five);

const trustIn = (bundle: EvidenceBundle, warp = pinned): EvidenceTrust =>
  evidenceTrust("validators", warpTrustFile(bundle, warp));

const read = (bundle: EvidenceBundle) => evidenceText.read(evidenceText.write(bundle));
const signs: SignedMessageOf = async (header) =>
  warpValidators.signBlock(header, five.slice(1), five);

async function scene() {
  const its = await chain.networkHelpers.loadFixture(evidenceScene);
  const source = warpSource(its.source);
  const exported = (certificate: bigint, signedMessageOf?: SignedMessageOf, block?: number) =>
    exportEvidence(source, { deployment: its.deployment, certificate, signedMessageOf, block });
  return { ...its, signed: source, exported };
}

describe("an evidence bundle of a ledger whose validators sign on request", () => {
  it("proves a certificate to who has their keys, and names who signed", async () => {
    const { exported, thirdTier, who } = await scene();
    const { third } = await thirdTier();
    const { bundle } = await exported(third, signs);
    const verdict = verifyEvidence(read(bundle), trustIn(bundle));
    expect(verdict.certificate).to.include({ certificate: third, owner: who.thirdTier });
    const { trust } = verdict;
    expect(trust).to.deep.include({ kind: "validators", validators: 5, hops: 0 });
    expect(trust.kind === "validators" && [...trust.sealers].sort()).to.deep.equal(
      five
        .slice(1)
        .map(({ nodeId }) => nodeId)
        .sort(),
    );
    expect(verdict.notProved).not.to.include("seals");
    expect(evidenceText.write(bundle).length).to.be.at.most(200_000);
  });

  it("goes on to a later block where that one is signed for, with the headers between", async () => {
    const { exported, thirdTier, source } = await scene();
    const { third } = await thirdTier();
    await chain.networkHelpers.mine(2);
    const head = Number(await source.request({ method: "eth_blockNumber", params: [] }));
    const late: SignedMessageOf = async (header) =>
      Number(header.number) === head ? signs(header) : undefined;
    const { bundle } = await exported(third, late, head - 2);
    expect(bundle.block).to.equal(head - 2);
    expect(bundle.headers.length).to.be.at.least(3);
    const verdict = verifyEvidence(read(bundle), trustIn(bundle));
    expect(verdict.block.number).to.equal(head - 2);
    const gap = { ...bundle, headers: bundle.headers.toSpliced(-2, 1) };
    expect(refusalOf(() => verifyEvidence(gap, trustIn(bundle)))).to.include({
      code: "warp-block-uncovered",
    });
  });

  it("is not made without signatures", async () => {
    const { exported, thirdTier } = await scene();
    const { third } = await thirdTier();
    for (const signedMessageOf of [undefined, async () => undefined]) {
      const refusal = await caughtFrom(exported(third, signedMessageOf));
      expect(refusal).to.include({ code: "evidence-not-exported" });
    }
  });

  it("is refused by who trusts others, with too few signers, or with more than it needs", async () => {
    const { exported, thirdTier } = await scene();
    const { third } = await thirdTier();
    const { bundle } = await exported(third, signs);
    const refused = (its: EvidenceBundle, code: string, trust = trustIn(bundle)) =>
      expect(refusalOf(() => verifyEvidence(its, trust))).to.include({ code });
    const others = warpValidators.trust(warpValidators.validators(5, "stranger"));
    refused(bundle, "warp-signature-invalid", trustIn(bundle, others));
    refused(bundle, "warp-block-differs", trustIn(bundle, { ...pinned, networkId: 1 }));
    const accounts = { kind: "qbft" as const, validators: [`0x${"11".repeat(20)}`] };
    const { chainId, genesis, contracts } = bundle;
    refused(bundle, "evidence-block-unproved", { chainId, genesis, contracts, ...accounts });

    const few = await exported(third, async (header) =>
      warpValidators.signBlock(header, five.slice(2), five),
    );
    refused(few.bundle, "warp-quorum-missing");
    if (bundle.consensus.kind !== "warp") throw new Error("another kind of proof");
    const [own] = bundle.consensus.signatures.slice(-1);
    const twice = { kind: "warp" as const, signatures: [...bundle.consensus.signatures, own] };
    refused({ ...bundle, consensus: twice as typeof bundle.consensus }, "evidence-superfluous");
  });

  it("is checked by the console's page, which knows a file of pinned keys when it sees one", async () => {
    const { exported, thirdTier } = await scene();
    const { third } = await thirdTier();
    const { bundle } = await exported(third, signs);
    const files = [evidenceText.write(bundle), warpTrustFile(bundle, pinned)].map(
      (text, at) => new File([text], `${at}.json`),
    );
    const read = await Promise.all(files.map((file) => evidenceFile(file)));
    expect(read.map(({ kind }) => kind)).to.deep.equal(["bundle", "validators"]);
    const check = checkEvidence(read);
    if (check.outcome !== "proved") throw new Error(`the check is ${check.outcome}`);
    expect(check.verdict.trust).to.deep.include({ kind: "validators", validators: 5 });
  });

  it("needs a header of the engine's own form", async () => {
    const { exported, thirdTier } = await scene();
    const { third } = await thirdTier();
    const { bundle } = await exported(third, signs);
    expect(() => headerFromRlp(bundle.headers.at(-1) ?? "0x")).to.throw();
    expect(() =>
      evidenceTrust("validators", JSON.stringify({ kind: "warp", networkId: 1, sets: [] })),
    ).to.throw(/can't be used/);
  });
});
