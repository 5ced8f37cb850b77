import { expect } from "chai";
import { id } from "ethers";
import { chain } from "../../helpers/chain.ts";
import { confirmedReceivable } from "../../helpers/confirmedReceivable.ts";
import { ref } from "../../helpers/ref.ts";

const { networkHelpers } = chain;

/** Receivable 1 is accepted; it uses 1,000,000 of an invoice over 1,500,000. */
async function accepted() {
  const setting = await confirmedReceivable();
  await setting.creditor.accept(1n, ref);
  const key = await setting.claims.keyOf(0, id("invoice 1"));
  return { ...setting, key, note: id("note 1"), document: id("the note itself") };
}

const load = () => networkHelpers.loadFixture(accepted);

describe("Receivables: credit notes", () => {
  it("are recorded by the creditor and lower what exists of the invoice", async () => {
    const { receivables, claims, creditor, who, claimantOf, key, note, document } = await load();
    const sent = creditor.recordCreditNote(1n, 0n, 500_000n, note, document, ref);
    await expect(sent)
      .to.emit(receivables, "CreditNoteRecorded")
      .withArgs(1n, 0n, 500_000n, note, document, who.tierOne.id, ref);
    await expect(sent)
      .to.emit(claims, "ClaimLowered")
      .withArgs(key, claimantOf(1n), note, 500_000n, 1_000_000n, 1_000_000n, ref);
    await receivables.requireSound(1n);
  });

  it("make the receivable unsound when more of the invoice is used than is left", async () => {
    const { receivables, claims, creditor, key, note, document } = await load();
    await creditor.recordCreditNote(1n, 0n, 500_001n, note, document, ref);
    await expect(receivables.requireSound(1n))
      .to.be.revertedWithCustomError(claims, "ClaimsShort")
      .withArgs(key, 999_999n, 1_000_000n);
  });

  it("are recorded by a registrar too, and by nobody else", async () => {
    const { receivables, members, who, note, document } = await load();
    const by = (account: typeof who.obligor.account) =>
      receivables.connect(account).recordCreditNote(1n, 0n, 1n, note, document, ref);
    for (const party of [who.obligor, who.tierTwo, who.financierA])
      await expect(by(party.account)).to.be.revertedWithCustomError(members, "MembersMissingRole");
    await by(who.registrar.account);
  });

  it("name a receivable that claims something", async () => {
    const { receivables, claims, creditor, claimantOf, note, document } = await load();
    await expect(creditor.recordCreditNote(9n, 0n, 1n, note, document, ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesUnknown")
      .withArgs(9n);
    await expect(creditor.recordCreditNote(1n, 1n, 1n, note, document, ref))
      .to.be.revertedWithCustomError(claims, "ClaimsUnknownUse")
      .withArgs(claimantOf(1n), 1n, 1n);
    await expect(receivables.requireSound(9n))
      .to.be.revertedWithCustomError(receivables, "ReceivablesUnknown")
      .withArgs(9n);
  });
});
