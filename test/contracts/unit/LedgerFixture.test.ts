import { expect } from "chai";
import { chain } from "../../helpers/chain.ts";
import { issueReceivable } from "../../helpers/issueReceivable.ts";
import { ledgerFixture } from "../../helpers/ledgerFixture.ts";
import { passTo } from "../../helpers/passTo.ts";

describe("The ledger that contract tests start from", () => {
  it("carries a receivable from its parties' signatures down to the third tier", async () => {
    const ledger = await chain.networkHelpers.loadFixture(ledgerFixture);
    const { creditCertificates, who } = ledger;
    const { certificate, terms } = await issueReceivable(ledger);
    const second = await passTo(ledger, certificate, who.tierOne, who.tierTwo, 600_00n);
    const third = await passTo(ledger, second, who.tierTwo, who.tierThree, 250_00n);
    const lineage = await creditCertificates.lineage(third);
    expect(lineage.map(({ owner, value, tier }) => [owner, value, tier])).to.deep.equal([
      [who.tierThree.id, 250_00n, 3n],
      [who.tierTwo.id, 350_00n, 2n],
      [who.tierOne.id, 400_00n, 1n],
    ]);
    const { live } = await creditCertificates.totalsOf(certificate >> 32n);
    expect(live).to.equal(terms.amount);
  });
});
