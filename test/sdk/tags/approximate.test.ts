import { expect } from "chai";
import fc from "fast-check";
import {
  type ApproximateInvoice,
  canonicalInvoiceIdentity,
  looseInvoiceIdentity,
  nearInvoiceIdentity,
  partyId,
} from "../../../sdk/index.ts";
import { expectCode } from "../expectCode.ts";

const invoice: ApproximateInvoice = {
  sellerId: partyId("uscc", "91110108551385082Q"),
  buyerId: partyId("local", "huadong"),
  amount: 1_234_567_89n,
  currency: "CNY",
  issued: "2026-03-17",
};
const loose = (change: Partial<ApproximateInvoice>) =>
  looseInvoiceIdentity({ ...invoice, ...change });
const near = (change: Partial<ApproximateInvoice>) =>
  nearInvoiceIdentity({ ...invoice, ...change });

describe("loose and near identities of an invoice", () => {
  it("know no number, so that a copy under another number meets the original", () => {
    const known = { ...invoice, number: "2026-17" };
    expect(looseInvoiceIdentity(known)).to.equal(loose({}));
    expect(nearInvoiceIdentity(known)).to.equal(near({}));
  });

  it("meet however the parties and the day are written", () => {
    const sellerId = { scheme: "uscc", id: "91110108-551385082q" } as const;
    expect(loose({ sellerId, issued: "3/17/2026" })).to.equal(loose({}));
    expect(near({ sellerId, issued: "3/17/2026" })).to.equal(near({}));
  });

  it("differ by seller, buyer and currency", () => {
    const other = partyId("local", "other");
    for (const change of [{ sellerId: other }, { buyerId: other }, { currency: "EUR" }]) {
      expect(loose(change)).to.not.equal(loose({}));
      expect(near(change)).to.not.equal(near({}));
    }
    const exchanged = { sellerId: invoice.buyerId, buyerId: invoice.sellerId };
    expect(loose(exchanged)).to.not.equal(loose({}));
  });

  it("one knows the exact amount and day, the other one their neighbourhood", () => {
    expect(loose({ amount: invoice.amount + 1n })).to.not.equal(loose({}));
    expect(loose({ issued: "2026-03-18" })).to.not.equal(loose({}));
    expect(near({ amount: invoice.amount + 10_000_00n, issued: "2026-03-31" })).to.equal(near({}));
    expect(near({ issued: "2026-04-01" })).to.not.equal(near({}));
    expect(near({ amount: 1_300_000_00n })).to.not.equal(near({}));
    expect(near({ amount: invoice.amount * 10n })).to.not.equal(near({}));
  });

  it("near amounts are never more than a tenth apart", () => {
    const amount = fc.bigInt({ min: 100n, max: 10n ** 20n });
    fc.assert(
      fc.property(amount, amount, (left, right) => {
        const [smaller, larger] = left > right ? [right, left] : [left, right];
        if (near({ amount: left }) === near({ amount: right })) {
          expect((larger - smaller) * 10n < smaller).to.equal(true);
        }
      }),
    );
  });

  it("are of another kind than the strict one, and than each other", () => {
    const { sellerId } = invoice;
    const strict = canonicalInvoiceIdentity({ sellerId, number: "1" });
    const kinds = [strict, loose({}), near({})].map((text) => JSON.parse(text)[0]);
    expect(kinds).to.deep.equal(["invoice", "invoice-loose", "invoice-near"]);
  });

  it("are refused to amounts, days and parties that can't be", () => {
    expectCode(() => loose({ amount: -1n }), "money-negative");
    expectCode(() => near({ amount: -1n }), "money-negative");
    expectCode(() => near({ currency: "XXQ" }), "money-currency-unknown");
    expectCode(() => loose({ issued: "2026-02-30" }), "time-not-a-date");
    expectCode(() => near({ buyerId: { scheme: "uscc", id: "1" } }), "identity-uscc-invalid");
  });
});
