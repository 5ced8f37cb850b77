import { expect } from "chai";
import { z } from "zod";
import { chain } from "../../helpers/chain.ts";
import { face, factoringFixture } from "../../helpers/factoringFixture.ts";
import { ref } from "../../helpers/ref.ts";

const { loadFixture } = chain.networkHelpers;
const prefix = "data:application/json;base64,";
const about = z.object({ name: z.string(), description: z.string() });

/** The JSON of a data URI. */
function decoded(uri: string): unknown {
  expect(uri.startsWith(prefix), uri).to.equal(true);
  return JSON.parse(Buffer.from(uri.slice(prefix.length), "base64").toString("utf8"));
}

/** The date of a civil day. */
function dateOf(day: bigint): string {
  return new Date(Number(day) * 86_400_000).toISOString().slice(0, 10);
}

describe("Certificate metadata", () => {
  it("tells of a certificate what the ledger knows of it", async () => {
    const { certificateMetadata, quote, finance, terms, termsDigest, token, who } =
      await loadFixture(factoringFixture);
    const { child } = await finance(quote({ recourse: true, claim: 1n }));
    const json = decoded(await certificateMetadata.tokenURI(child));
    expect(about.parse(json)).to.deep.equal({
      name: "Credit certificate 1-2",
      description: "Part of a confirmed receivable (应收账款电子凭证).",
    });
    expect(json).to.deep.include({ balance: "600000", slot: "1" });
    expect(json)
      .to.have.property("properties")
      .that.deep.equals({
        parent: token.toString(),
        owner: who.financierA.id.toString(),
        held: "0",
        tier: "1",
        frozen: false,
        financed: true,
        recourse: true,
        waiting: false,
        receivable: "1",
        obligor: who.obligor.id.toString(),
        creditor: who.tierOne.id.toString(),
        confirmedAmount: face.toString(),
        currency: "CNY",
        dueDay: dateOf(terms.dueDay),
        termsDigest,
      });
  });

  it("follows what happens to a certificate", async () => {
    const { certificateMetadata, quote, accept, freeze, token } =
      await loadFixture(factoringFixture);
    await accept(quote());
    await freeze(token);
    const json = decoded(await certificateMetadata.tokenURI(token));
    expect(json).to.have.nested.property("properties.held", "600000");
    expect(json).to.have.nested.property("properties.frozen", true);
    expect(json).to.have.nested.property("properties.parent", "0");
  });

  it("is what the token itself answers", async () => {
    const { certificateMetadata, creditCertificates, token } = await loadFixture(factoringFixture);
    expect(await creditCertificates.tokenURI(token)).to.equal(
      await certificateMetadata.tokenURI(token),
    );
    expect(await creditCertificates.slotURI(1n)).to.equal(await certificateMetadata.slotURI(1n));
    expect(await creditCertificates.contractURI()).to.equal(
      await certificateMetadata.contractURI(),
    );
  });

  it("tells of a slot what its receivable's certificates share", async () => {
    const { certificateMetadata, terms, termsDigest, who } = await loadFixture(factoringFixture);
    const json = decoded(await certificateMetadata.slotURI(1n));
    expect(about.parse(json).name).to.equal("Receivable 1");
    expect(json)
      .to.have.property("properties")
      .that.deep.equals({
        receivable: "1",
        obligor: who.obligor.id.toString(),
        creditor: who.tierOne.id.toString(),
        confirmedAmount: face.toString(),
        currency: "CNY",
        dueDay: dateOf(terms.dueDay),
        termsDigest,
      });
  });

  it("tells of the collection that values are whole minor units", async () => {
    const { certificateMetadata } = await loadFixture(factoringFixture);
    const json = decoded(await certificateMetadata.contractURI());
    expect(about.parse(json).name).to.equal("Tallystick credit certificates");
    expect(json).to.have.property("valueDecimals", 0);
  });

  it("is refused for what doesn't exist", async () => {
    const { certificateMetadata, creditCertificates, receivables, token } =
      await loadFixture(factoringFixture);
    await expect(certificateMetadata.tokenURI(token + 1n))
      .to.be.revertedWithCustomError(creditCertificates, "SplitTokenUnknown")
      .withArgs(token + 1n);
    await expect(certificateMetadata.slotURI(2n))
      .to.be.revertedWithCustomError(receivables, "ReceivablesUnknown")
      .withArgs(2n);
    const beyond = (1n << 32n) | 1n;
    await expect(certificateMetadata.slotURI(beyond))
      .to.be.revertedWithCustomError(certificateMetadata, "SafeCastOverflowedUintDowncast")
      .withArgs(32n, beyond);
  });

  it("writes every due day as the date it is", async () => {
    const { certificateMetadata, receivables, terms, today, who } =
      await loadFixture(factoringFixture);
    const creditor = receivables.connect(who.tierOne.account);
    for (const [index, after] of [24n, 54n, 55n, 356n].entries()) {
      const dueDay = today + after;
      await creditor.register({ ...terms, dueDay, contractDueDay: dueDay }, ref);
      const json = decoded(await certificateMetadata.slotURI(BigInt(index) + 2n));
      expect(json).to.have.nested.property("properties.dueDay", dateOf(dueDay));
    }
  });
});
