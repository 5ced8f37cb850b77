import { expect } from "chai";
import { id } from "ethers";
import { chain } from "../../helpers/chain.ts";
import { receivableStates as states } from "../../helpers/receivableStates.ts";
import { receivableTypes } from "../../helpers/receivableTypes.ts";
import { ref } from "../../helpers/ref.ts";
import { registeredReceivable } from "../../helpers/registeredReceivable.ts";
import { suspensions } from "../../helpers/roles.ts";
import { signAcceptance, signConfirmation } from "../../helpers/signReceivable.ts";

const { networkHelpers } = chain;
const root = (receivable: bigint) => (receivable << 32n) | 1n;

/** Terms that nobody registered yet, with both parties' signatures. */
async function signedTerms() {
  const setting = await registeredReceivable();
  const { receivables, who, terms, soon, inSeconds } = setting;
  const given = await terms({ salt: id("signed terms") });
  const termsDigest = await receivables.termsDigest(given);
  const message = { termsDigest, deadline: await inSeconds(7_200), epoch: 1n };
  const confirmation = { ...message, acceptBy: soon };
  return {
    ...setting,
    given,
    message,
    confirmation,
    byObligor: await signConfirmation(who.obligor.account, receivables, confirmation),
    byCreditor: await signAcceptance(who.tierOne.account, receivables, message),
    relay: receivables.connect(setting.stranger),
  };
}
const load = () => networkHelpers.loadFixture(signedTerms);

describe("Receivables: issued with both signatures in one transaction", () => {
  it("registers, confirms and accepts, whoever sends it", async () => {
    const { receivables, certificates, relay, who, given, soon, byObligor, byCreditor } =
      await load();
    await expect(relay.issueWithSignatures(given, soon, byObligor, byCreditor, ref))
      .to.emit(receivables, "ReceivableConfirmed")
      .withArgs(2n, 1n, soon, who.obligor.account.address, ref)
      .and.to.emit(receivables, "ReceivableAccepted")
      .withArgs(2n, root(2n), who.tierOne.account.address, ref);
    expect((await receivables.receivableOf(2n)).state).to.equal(states.accepted);
    expect((await certificates.totalsOf(2n)).live).to.equal(1_000_000n);
    const logs = await receivables.queryFilter(receivables.filters.ReceivableRegistered(2n));
    expect(logs.map(({ args }) => args.by)).to.deep.equal([0n]);
  });

  it("works once", async () => {
    const { receivables, relay, given, message, soon, byObligor, byCreditor } = await load();
    await relay.issueWithSignatures(given, soon, byObligor, byCreditor, ref);
    await expect(relay.issueWithSignatures(given, soon, byObligor, byCreditor, ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesTermsRegistered")
      .withArgs(message.termsDigest, 2n);
  });

  it("takes the sender's own consent without a signature", async () => {
    const { creditor, receivables, given, soon, byObligor, byCreditor } = await load();
    const own = { ...byCreditor, signature: "0x" };
    await creditor.issueWithSignatures(given, soon, byObligor, own, ref);
    expect((await receivables.receivableOf(2n)).state).to.equal(states.accepted);
  });

  it("takes no empty signature of anybody but the party that sends it", async () => {
    const { receivables, members, relay, who, given, soon, byObligor, byCreditor } = await load();
    const empty = { ...byObligor, signature: "0x" };
    await expect(
      relay.issueWithSignatures(given, soon, empty, byCreditor, ref),
    ).to.be.revertedWithCustomError(members, "MembersSignatureInvalid");
    const other = receivables.connect(who.tierTwo.account);
    const foreign = { ...empty, account: who.tierTwo.account.address };
    await expect(other.issueWithSignatures(given, soon, foreign, byCreditor, ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesNotParty")
      .withArgs(2n, who.tierTwo.id);
  });

  it("leaves nothing behind when one signature is wrong", async () => {
    const { receivables, members, relay, given, soon, byObligor, byCreditor } = await load();
    const swapped = { ...byCreditor, signature: byObligor.signature };
    await expect(
      relay.issueWithSignatures(given, soon, byObligor, swapped, ref),
    ).to.be.revertedWithCustomError(members, "MembersSignatureInvalid");
    expect(await receivables.receivableCount()).to.equal(1n);
  });

  it("refuses a suspended obligor, signatures or not", async () => {
    const { members, relay, who, given, soon, byObligor, byCreditor } = await load();
    const operator = members.connect(who.operator.account);
    await operator.setSuspensions(who.obligor.id, suspensions.licence, id("reason"), ref);
    await expect(relay.issueWithSignatures(given, soon, byObligor, byCreditor, ref))
      .to.be.revertedWithCustomError(members, "MembersSuspended")
      .withArgs(who.obligor.id, suspensions.licence);
  });
});

describe("Receivables: confirmed and accepted by signature", () => {
  /** The signed terms are registered, as receivable 2. */
  async function registeredTerms() {
    const setting = await signedTerms();
    await setting.creditor.register(setting.given, ref);
    return setting;
  }
  const loadRegistered = () => networkHelpers.loadFixture(registeredTerms);

  it("each signature is sent by anyone and names its account", async () => {
    const { receivables, relay, who, given, soon, byObligor, byCreditor } = await loadRegistered();
    await expect(relay.confirmWithSignature(2n, given, soon, byObligor, ref))
      .to.emit(receivables, "ReceivableConfirmed")
      .withArgs(2n, 1n, soon, who.obligor.account.address, ref);
    await expect(relay.acceptWithSignature(2n, byCreditor, ref))
      .to.emit(receivables, "ReceivableAccepted")
      .withArgs(2n, root(2n), who.tierOne.account.address, ref);
  });

  it("neither works twice", async () => {
    const { receivables, relay, given, soon, byObligor, byCreditor } = await loadRegistered();
    await relay.confirmWithSignature(2n, given, soon, byObligor, ref);
    await expect(relay.confirmWithSignature(2n, given, soon, byObligor, ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesWrongState")
      .withArgs(2n, states.confirmed, states.registered);
    await relay.acceptWithSignature(2n, byCreditor, ref);
    await expect(relay.acceptWithSignature(2n, byCreditor, ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesWrongState")
      .withArgs(2n, states.accepted, states.confirmed);
  });

  it("a voided registration ends what was signed", async () => {
    const { receivables, relay, obligor, given, soon, byObligor } = await loadRegistered();
    await obligor.void(2n, ref);
    await expect(relay.confirmWithSignature(2n, given, soon, byObligor, ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesWrongState")
      .withArgs(2n, states.voided, states.registered);
  });

  it("another time to accept than the one signed is refused", async () => {
    const { members, relay, given, soon, byObligor } = await loadRegistered();
    await expect(
      relay.confirmWithSignature(2n, given, soon + 1n, byObligor, ref),
    ).to.be.revertedWithCustomError(members, "MembersSignatureInvalid");
  });

  it("another deadline than the one signed is refused", async () => {
    const { members, relay, given, soon, byObligor } = await loadRegistered();
    const longer = { ...byObligor, deadline: byObligor.deadline + 1n };
    await expect(
      relay.confirmWithSignature(2n, given, soon, longer, ref),
    ).to.be.revertedWithCustomError(members, "MembersSignatureInvalid");
  });

  it("a signature for another contract or another chain is refused", async () => {
    const { members, claims, receivables, relay, who, given, soon, confirmation } =
      await loadRegistered();
    const elsewhere = await signConfirmation(who.obligor.account, claims, confirmation);
    const verifyingContract = await receivables.getAddress();
    const domain = { name: "Tallystick", version: "1", chainId: 1n, verifyingContract };
    const otherChain = {
      ...elsewhere,
      signature: await who.obligor.account.signTypedData(
        domain,
        receivableTypes.confirmation,
        confirmation,
      ),
    };
    for (const wrong of [elsewhere, otherChain]) {
      await expect(
        relay.confirmWithSignature(2n, given, soon, wrong, ref),
      ).to.be.revertedWithCustomError(members, "MembersSignatureInvalid");
    }
  });

  it("a signature for other terms is refused", async () => {
    const { members, receivables, relay, who, given, soon, confirmation } = await loadRegistered();
    const other = { ...confirmation, termsDigest: id("other terms") };
    const wrong = await signConfirmation(who.obligor.account, receivables, other);
    await expect(
      relay.confirmWithSignature(2n, given, soon, wrong, ref),
    ).to.be.revertedWithCustomError(members, "MembersSignatureInvalid");
  });

  it("a signature is refused after its deadline", async () => {
    const { members, receivables, relay, who, given, confirmation, inSeconds } =
      await loadRegistered();
    const acceptBy = await inSeconds(86_400);
    const long = { ...confirmation, acceptBy };
    const signed = await signConfirmation(who.obligor.account, receivables, long);
    await networkHelpers.time.setNextBlockTimestamp(confirmation.deadline + 1n);
    await expect(relay.confirmWithSignature(2n, given, acceptBy, signed, ref))
      .to.be.revertedWithCustomError(members, "MembersSignatureExpired")
      .withArgs(confirmation.deadline, confirmation.deadline + 1n);
  });

  it("a signature of another member is refused", async () => {
    const { members, receivables, relay, who, given, soon, confirmation } = await loadRegistered();
    const forged = await signConfirmation(who.tierOne.account, receivables, confirmation);
    await expect(relay.confirmWithSignature(2n, given, soon, forged, ref))
      .to.be.revertedWithCustomError(members, "MembersNotAccountOf")
      .withArgs(who.tierOne.account.address, who.obligor.id);
  });

  it("a signature made before a revocation is refused, and so is a revoked account's", async () => {
    const { members, receivables, relay, who, given, soon, confirmation, byObligor } =
      await loadRegistered();
    const { account } = who.obligor;
    await members.connect(who.operator.account).revokeAccount(account, ref);
    await expect(relay.confirmWithSignature(2n, given, soon, byObligor, ref))
      .to.be.revertedWithCustomError(members, "MembersWrongEpoch")
      .withArgs(who.obligor.id, 1n, 2n);
    const later = await signConfirmation(account, receivables, { ...confirmation, epoch: 2n });
    await expect(relay.confirmWithSignature(2n, given, soon, later, ref))
      .to.be.revertedWithCustomError(members, "MembersNotAccountOf")
      .withArgs(account.address, who.obligor.id);
  });

  it("a company's smart account signs by ERC-1271", async () => {
    const { members, receivables, relay, who, given, soon, confirmation } = await loadRegistered();
    const { account } = who.obligor;
    const company = await chain.ethers.deployContract("SmartAccount", [account.address]);
    await members.connect(account).addAccount(company, ref);
    await networkHelpers.time.increase(48 * 60 * 60);
    const later = { deadline: confirmation.deadline + 172_800n, acceptBy: soon + 172_800n };
    const message = { ...confirmation, ...later };
    const byOwner = await signConfirmation(account, receivables, message);
    const signed = { ...byOwner, account: await company.getAddress() };
    await expect(relay.confirmWithSignature(2n, given, message.acceptBy, signed, ref))
      .to.emit(receivables, "ReceivableConfirmed")
      .withArgs(2n, 1n, message.acceptBy, signed.account, ref);
  });

  it("a smart account that refuses is refused", async () => {
    const { members, receivables, relay, who, given, soon, confirmation } = await loadRegistered();
    const { account } = who.obligor;
    const company = await chain.ethers.deployContract("SmartAccount", [who.tierTwo.account]);
    await members.connect(account).addAccount(company, ref);
    await networkHelpers.time.increase(48 * 60 * 60);
    const later = { deadline: confirmation.deadline + 172_800n, acceptBy: soon + 172_800n };
    const message = { ...confirmation, ...later };
    const byOther = await signConfirmation(account, receivables, message);
    const signed = { ...byOther, account: await company.getAddress() };
    await expect(
      relay.confirmWithSignature(2n, given, message.acceptBy, signed, ref),
    ).to.be.revertedWithCustomError(members, "MembersSignatureInvalid");
  });
});
