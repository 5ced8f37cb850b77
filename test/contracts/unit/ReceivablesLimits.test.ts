import { expect } from "chai";
import { id } from "ethers";
import { chain } from "../../helpers/chain.ts";
import { firstLimit } from "../../helpers/receivablesFixture.ts";
import { currencyBytes } from "../../helpers/receivableTerms.ts";
import { ref } from "../../helpers/ref.ts";
import { registeredReceivable } from "../../helpers/registeredReceivable.ts";
import { roles, suspensions } from "../../helpers/roles.ts";

const load = () => chain.networkHelpers.loadFixture(registeredReceivable);
const [cny, usd] = [currencyBytes("CNY"), currencyBytes("USD")];
const invoice = (amount: bigint) => ({ tag: id("big invoice"), exists: amount, amount });

describe("Receivables: limits", () => {
  it("are set by the obligor, under the operator's ceiling", async () => {
    const { receivables, obligor, who } = await load();
    await expect(obligor.setLimit(cny, firstLimit * 2n, ref))
      .to.emit(receivables, "LimitSet")
      .withArgs(who.obligor.id, cny, firstLimit * 2n, ref);
    expect(await receivables.limitOf(who.obligor.id, cny)).to.deep.equal([firstLimit * 2n, 0n]);
    await expect(obligor.setLimit(cny, firstLimit * 2n + 1n, ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesLimitAboveCeiling")
      .withArgs(who.obligor.id, cny, firstLimit * 2n + 1n, firstLimit * 2n);
  });

  it("are nothing in a currency without a ceiling, or that isn't one", async () => {
    const { receivables, obligor, who } = await load();
    await expect(obligor.setLimit(usd, 1n, ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesLimitAboveCeiling")
      .withArgs(who.obligor.id, usd, 1n, 0n);
    await expect(obligor.setLimit(currencyBytes("C Y"), 0n, ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesUnknownCurrency")
      .withArgs(currencyBytes("C Y"));
  });

  it("are set by nobody but an obligor, suspended or not", async () => {
    const { receivables, members, obligor, creditor, who, stranger } = await load();
    await expect(creditor.setLimit(cny, 1n, ref))
      .to.be.revertedWithCustomError(members, "MembersMissingRole")
      .withArgs(who.tierOne.id, roles.supplier, roles.obligor);
    await expect(receivables.connect(stranger).setLimit(cny, 1n, ref))
      .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
      .withArgs(stranger.address);
    const operator = members.connect(who.operator.account);
    await operator.setSuspensions(who.obligor.id, suspensions.licence, id("reason"), ref);
    await obligor.setLimit(cny, 1n, ref);
  });

  it("take a confirmation up to the last fen and refuse one more (I4)", async () => {
    const { receivables, obligor, who, given, next, soon } = await load();
    await obligor.confirm(1n, given, soon, ref);
    const rest = firstLimit - 1_000_000n;
    const above = await next({ amount: rest + 1n, invoices: [invoice(rest + 1n)] });
    await expect(obligor.confirm(above.id, above.given, soon, ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesLimitExceeded")
      .withArgs(who.obligor.id, cny, firstLimit, 1_000_000n, rest + 1n);
    const exact = await next({ amount: rest, invoices: [invoice(rest)] });
    await obligor.confirm(exact.id, exact.given, soon, ref);
    expect(await receivables.limitOf(who.obligor.id, cny)).to.deep.equal([firstLimit, firstLimit]);
  });

  it("may fall below what is in use, which stops new confirmations alone", async () => {
    const { receivables, obligor, creditor, who, given, next, soon } = await load();
    await obligor.confirm(1n, given, soon, ref);
    await obligor.setLimit(cny, 1n, ref);
    const more = await next({ amount: 1n });
    await expect(obligor.confirm(more.id, more.given, soon, ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesLimitExceeded")
      .withArgs(who.obligor.id, cny, 1n, 1_000_000n, 1n);
    await creditor.accept(1n, ref);
    expect(await receivables.limitOf(who.obligor.id, cny)).to.deep.equal([1n, 1_000_000n]);
  });

  it("fall with the operator's ceiling", async () => {
    const { receivables, rules, obligor, who, given, soon } = await load();
    await rules.connect(who.operator.account).setCeiling(who.obligor.id, cny, 999_999n, ref);
    expect(await receivables.limitOf(who.obligor.id, cny)).to.deep.equal([999_999n, 0n]);
    await expect(obligor.confirm(1n, given, soon, ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesLimitExceeded")
      .withArgs(who.obligor.id, cny, 999_999n, 0n, 1_000_000n);
  });

  it("are apart for each currency and obligor", async () => {
    const { receivables, obligor, who, given, soon } = await load();
    await obligor.confirm(1n, given, soon, ref);
    expect(await receivables.limitOf(who.obligor.id, usd)).to.deep.equal([0n, 0n]);
    expect(await receivables.limitOf(who.otherObligor.id, cny)).to.deep.equal([0n, 0n]);
  });
});
