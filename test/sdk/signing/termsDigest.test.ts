import { expect } from "chai";
import { id } from "ethers";
import { type ReceivableTerms, termsDigest } from "../../../sdk/index.ts";
import { termsStruct } from "../../../sdk/terms/termsStruct.ts";
import { chain } from "../../helpers/chain.ts";
import { sdkLedger } from "../../helpers/sdkLedger.ts";

const terms: ReceivableTerms = {
  obligor: 3,
  creditor: 5,
  amount: 750_00n,
  currency: "CNY",
  deliveryDay: "2026-11-20",
  contractDueDay: "2027-01-20",
  dueDay: "2027-01-15",
  documentRoot: id("documents"),
  defenceWaiver: true,
  noticeByLedger: false,
  longTermReason: id("reason"),
  obligorInterestShare: 2_500,
  epoch: 0,
  invoices: [
    { tag: id("invoice 1"), face: 500_00n, used: 500_00n },
    { tag: id("invoice 2"), face: 900_00n, used: 250_00n },
  ],
  earlier: [{ epoch: 0, tags: [`0x${"5".repeat(64)}`] }],
  fees: [
    { kind: "platform", payer: 3, amount: 5_00n },
    { kind: "financing", payer: 5, amount: 1n },
  ],
  salt: id("salt"),
};

/** The same terms with exactly one thing changed, for each thing. */
function variations(): ReceivableTerms[] {
  const [first, second] = terms.invoices;
  const [fee, otherFee] = terms.fees;
  if (!first || !second || !fee || !otherFee) throw new Error("the terms are too simple");
  return [
    { ...terms, obligor: 4 },
    { ...terms, creditor: 6 },
    { ...terms, amount: 750_01n },
    { ...terms, currency: "USD" },
    { ...terms, deliveryDay: "2026-11-21" },
    { ...terms, contractDueDay: "2027-01-21" },
    { ...terms, dueDay: "2027-01-16" },
    { ...terms, documentRoot: id("other documents") },
    { ...terms, defenceWaiver: false },
    { ...terms, noticeByLedger: true },
    { ...terms, longTermReason: id("other reason") },
    { ...terms, obligorInterestShare: 2_501 },
    { ...terms, epoch: 1 },
    { ...terms, salt: id("other salt") },
    { ...terms, invoices: [second, first] },
    { ...terms, invoices: [first] },
    { ...terms, invoices: [] },
    { ...terms, invoices: [{ ...first, tag: id("invoice 3") }, second] },
    { ...terms, invoices: [{ ...first, face: 500_01n }, second] },
    { ...terms, invoices: [first, { ...second, used: 250_01n }] },
    { ...terms, fees: [otherFee, fee] },
    { ...terms, fees: [] },
    { ...terms, earlier: [] },
    { ...terms, earlier: [{ epoch: 1, tags: [`0x${"5".repeat(64)}`] }] },
    { ...terms, earlier: [{ epoch: 0, tags: [`0x${"6".repeat(64)}`] }] },
    { ...terms, fees: [{ ...fee, kind: "financing" }, otherFee] },
    { ...terms, fees: [{ ...fee, payer: 5 }, otherFee] },
    { ...terms, fees: [fee, { ...otherFee, amount: 2n }] },
  ];
}

describe("the digest of terms", () => {
  it("is the contract's, for every variation of them", async () => {
    const { fixture } = await chain.networkHelpers.loadFixture(sdkLedger);
    for (const each of [terms, ...variations()]) {
      const theirs = await fixture.receivables.termsDigest(termsStruct(each));
      expect(termsDigest(each)).to.equal(theirs);
    }
  });

  it("differs whenever anything differs", () => {
    const digests = [terms, ...variations()].map(termsDigest);
    expect(new Set(digests).size).to.equal(digests.length);
  });

  it("covers every term", () => {
    const varied = variations().flatMap((each) =>
      Object.entries(each)
        .filter(([name, value]) => value !== terms[name as keyof ReceivableTerms])
        .map(([name]) => name),
    );
    expect(new Set(varied)).to.deep.equal(new Set(Object.keys(terms)));
  });
});
