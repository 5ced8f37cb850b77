import { expect } from "chai";
import type { Addressable } from "ethers";
import { blockTime } from "../../helpers/blockTime.ts";
import { chain } from "../../helpers/chain.ts";
import { circulationFixture } from "../../helpers/circulationFixture.ts";
import { day } from "../../helpers/days.ts";
import type { Party } from "../../helpers/ledgerFixture.ts";
import { ref } from "../../helpers/ref.ts";
import { suspensions } from "../../helpers/roles.ts";
import { digestOf, sign } from "../../helpers/sign.ts";

const { loadFixture, time } = chain.networkHelpers;

/** Tier one is about to pass 5 fen to tier two, which signs that it takes them. */
async function signedFixture() {
  const setting = await circulationFixture();
  const { certificates, deployment, root, trade, who, as } = setting;
  const terms = {
    token: root,
    to: who.tierTwo.id,
    value: 5n,
    tradeReference: trade,
    nonce: 1n,
    deadline: (await blockTime()) + day,
    epoch: 1n,
  };
  type Changes = { readonly on?: object; readonly by?: Party; readonly terms?: object };
  /** What the recipient, or another one, signed on this ledger, or on another one. */
  const pass = async (changes: Changes = {}) => {
    const { by = who.tierTwo } = changes;
    const signed = { ...terms, ...changes.terms };
    const where = { ...deployment, ...changes.on };
    const signature = await sign(where, "acceptance", by.account, signed);
    return as(who.tierOne).transferWithAcceptance(signed, by.account, signature, ref);
  };
  const digest = (changes: object = {}) =>
    digestOf(deployment, "acceptance", { ...terms, ...changes });
  const untouched = async () => {
    expect((await setting.positionOf(root)).value).to.equal(setting.value);
    expect(await certificates.isNonceUsed(who.tierTwo.id, 1n)).to.equal(false);
  };
  return { ...setting, terms, pass, digest, untouched };
}

type Signed = Awaited<ReturnType<typeof signedFixture>>;

describe("A signed acceptance of a pass is refused", () => {
  it("on another chain than it was signed for", async () => {
    const { members, who, pass, digest, untouched } = await loadFixture(signedFixture);
    await expect(pass({ on: { chainId: 1 } }))
      .to.be.revertedWithCustomError(members, "MembersSignatureInvalid")
      .withArgs(who.tierTwo.id, who.tierTwo.account.address, digest());
    await untouched();
  });

  it("at another contract than it was signed for", async () => {
    const { members, deployment, who, pass, digest, untouched } = await loadFixture(signedFixture);
    const addresses = {
      ...deployment.addresses,
      creditCertificates: deployment.addresses.earlyPayments,
    };
    await expect(pass({ on: { addresses } }))
      .to.be.revertedWithCustomError(members, "MembersSignatureInvalid")
      .withArgs(who.tierTwo.id, who.tierTwo.account.address, digest());
    await untouched();
  });

  it("after its deadline", async () => {
    const { members, terms, pass, untouched } = await loadFixture(signedFixture);
    await time.setNextBlockTimestamp(terms.deadline + 1n);
    await expect(pass())
      .to.be.revertedWithCustomError(members, "MembersSignatureExpired")
      .withArgs(terms.deadline, terms.deadline + 1n);
    await untouched();
  });

  it("by another member than the recipient", async () => {
    const { members, who, pass, untouched } = await loadFixture(signedFixture);
    for (const by of [who.tierOne, who.tierThree])
      await expect(pass({ by }))
        .to.be.revertedWithCustomError(members, "MembersNotAccountOf")
        .withArgs(by.account.address, who.tierTwo.id);
    await untouched();
  });

  it("once the recipient revoked an account, be it the one that signed or another", async () => {
    const { members, who, fresh, pass, untouched } = await loadFixture(signedFixture);
    const own = members.connect(who.tierTwo.account);
    await own.addAccount(fresh, ref);
    await time.increase(2n * day);
    await own.revokeAccount(fresh as Addressable, ref);
    const deadline = (await blockTime()) + day;
    await expect(pass({ terms: { deadline } }))
      .to.be.revertedWithCustomError(members, "MembersWrongEpoch")
      .withArgs(who.tierTwo.id, 1n, 2n);
    await untouched();
    await pass({ terms: { deadline, epoch: 2n } });
  });

  it("while the recipient is suspended", async () => {
    const { members, who, pass, untouched } = await loadFixture(signedFixture);
    const operator = members.connect(who.operator.account);
    await operator.setSuspensions(who.tierTwo.id, suspensions.sanctions, ref, ref);
    await expect(pass())
      .to.be.revertedWithCustomError(members, "MembersSuspended")
      .withArgs(who.tierTwo.id, suspensions.sanctions);
    await untouched();
  });

  const refusedBySender = async (setting: Signed, changes: object, by: Party, error: string) => {
    const { certificates, root, pass, untouched } = setting;
    await expect(pass({ by, terms: { to: by.id, ...changes } }))
      .to.be.revertedWithCustomError(certificates, error)
      .withArgs(root, by.id);
    await untouched();
  };

  it("for a pass to oneself, or to the obligor", async () => {
    const setting = await loadFixture(signedFixture);
    await refusedBySender(setting, {}, setting.who.tierOne, "SplitTokenToSelf");
    await refusedBySender(setting, {}, setting.who.obligor, "SplitTokenToDebtor");
  });

  it("for value that is held, or more than there is", async () => {
    const { certificates, who, as, root, trade, value, pass, untouched } =
      await loadFixture(signedFixture);
    const until = (await blockTime()) + day;
    await as(who.tierOne).offer(root, who.tierThree.id, value - 4n, until, trade, ref);
    for (const asked of [5n, value + 1n])
      await expect(pass({ terms: { value: asked } }))
        .to.be.revertedWithCustomError(certificates, "SplitTokenExceedsFree")
        .withArgs(root, 4n, asked);
    await untouched();
  });
});
