import { expect } from "chai";
import { encodeBytes32String } from "ethers";
import { chain } from "../../helpers/chain.ts";
import { face, factoringFixture } from "../../helpers/factoringFixture.ts";
import { ref } from "../../helpers/ref.ts";
import { signatureOf } from "../../helpers/signatureOf.ts";

const { loadFixture, time } = chain.networkHelpers;
const state = { accepted: 1n, instructed: 2n, delivered: 3n, waiting: 4n, failed: 5n };
const kind = { financing: 3n, financingInterest: 4n };
const financed = 2n;
const recourse = 4n;
const registry = encodeBytes32String("registry 1");

describe("Factoring", () => {
  describe("accepting a quote", () => {
    it("holds the quoted value for the financier and leaves the rest free", async () => {
      const { factoring, creditCertificates, quote, accept, token, who } =
        await loadFixture(factoringFixture);
      await expect(accept(quote()))
        .to.emit(factoring, "QuoteAccepted")
        .withArgs(1n, token, who.financierA.id, Object.values(quote()), 1n, ref)
        .and.to.emit(factoring, "FactoringNonceSpent")
        .withArgs(who.financierA.id, 7n, ref);
      const { link } = await creditCertificates.positionOf(token);
      expect(link.value).to.equal(face);
      expect(link.held).to.equal(600_000n);
      const hold = await creditCertificates.holdOf(1n);
      expect(hold.committer).to.equal(BigInt(await factoring.getAddress()) & ((1n << 72n) - 1n));
      expect(hold.expiresAt).to.equal(quote().payBy);
      expect((await factoring.financingOf(1n)).state).to.equal(state.accepted);
      expect(await factoring.isNonceUsed(who.financierA.id, 7n)).to.equal(true);
    });

    it("takes the holder's signature instead of its transaction", async () => {
      const { factoring, members, quote, sign, who, stranger, deployment } =
        await loadFixture(factoringFixture);
      const terms = { quote: await factoring.quoteDigest(quote()), nonce: 3n };
      const holder = await signatureOf(deployment, "quoteAcceptance", who.tierOne, terms);
      const byFinancier = await sign(quote());
      const send = (nonce: bigint) =>
        factoring
          .connect(stranger)
          .acceptQuoteWithSignature(
            quote(),
            who.financierA.account,
            byFinancier,
            nonce,
            holder,
            ref,
          );
      await expect(send(4n)).to.be.revertedWithCustomError(members, "MembersSignatureInvalid");
      await expect(send(3n)).to.emit(factoring, "QuoteAccepted");
      expect(await factoring.isNonceUsed(who.tierOne.id, 3n)).to.equal(true);
      await expect(send(3n))
        .to.be.revertedWithCustomError(factoring, "FactoringNonceUsed")
        .withArgs(who.tierOne.id, 3n);
    });

    it("asks no signature of a financier that sends the holder's one itself", async () => {
      const { factoring, members, quote, who, deployment } = await loadFixture(factoringFixture);
      const terms = { quote: await factoring.quoteDigest(quote()), nonce: 3n };
      const holder = await signatureOf(deployment, "quoteAcceptance", who.tierOne, terms);
      const send = (by: typeof who.bank, account = by.account) =>
        factoring
          .connect(by.account)
          .acceptQuoteWithSignature(quote(), account, "0x", 3n, holder, ref);
      await expect(send(who.financierB))
        .to.be.revertedWithCustomError(members, "MembersNotAccountOf")
        .withArgs(who.financierB.account, who.financierA.id);
      await expect(send(who.financierB, who.financierA.account)).to.be.revertedWithCustomError(
        members,
        "MembersSignatureInvalid",
      );
      await expect(send(who.financierA)).to.emit(factoring, "QuoteAccepted");
    });

    it("takes one of several quotes; the others stay acceptable for what is free", async () => {
      const { factoring, creditCertificates, quote, accept, token, who } =
        await loadFixture(factoringFixture);
      const other = quote({ financier: who.financierB.id });
      await accept(quote());
      await expect(accept(other, who.financierB))
        .to.be.revertedWithCustomError(creditCertificates, "SplitTokenExceedsFree")
        .withArgs(token, 400_000n, 600_000n);
      await factoring.connect(who.financierA.account).refuse(1n, ref);
      await expect(accept(other, who.financierB)).to.emit(factoring, "QuoteAccepted");
    });

    it("takes a suspended supplier's acceptance, since a suspension takes no right from a holder", async () => {
      const { factoring, members, quote, accept, who } = await loadFixture(factoringFixture);
      await members.connect(who.operator.account).setSuspensions(who.tierOne.id, 4n, ref, ref);
      await expect(accept(quote())).to.emit(factoring, "QuoteAccepted");
    });
  });

  describe("registering", () => {
    it("records the registry's number and time and instructs the principal", async () => {
      const { factoring, settlement, quote, accept, register, who, token } =
        await loadFixture(factoringFixture);
      await accept(quote());
      const registeredAt = quote().deadline - 86_400n;
      await expect(register(1n))
        .to.emit(factoring, "FinancingRegistered")
        .withArgs(1n, registry, registeredAt, 1n, ref);
      const f = await factoring.financingOf(1n);
      expect([f.state, f.registryNumber, f.registeredAt, f.instruction]).to.deep.equal([
        state.instructed,
        registry,
        registeredAt,
        1n,
      ]);
      const i = await settlement.instructionOf(1n);
      expect([i.payer, i.payee, i.bank, i.amount, i.kind, i.subject, i.expiresAt]).to.deep.equal([
        who.financierA.id,
        who.tierOne.id,
        who.bank.id,
        585_000n,
        kind.financing,
        token,
        quote().payBy,
      ]);
      expect(await settlement.instructionCount()).to.equal(1n);
    });

    it("states the legs of the principal: discount and fee are face that nobody is paid for", async () => {
      const { settlement, quote, accept, register } = await loadFixture(factoringFixture);
      await accept(quote());
      await register(1n);
      const [issued] = await settlement.queryFilter(settlement.filters.InstructionIssued());
      expect(issued?.args.legs.map((leg) => [leg.face, leg.paid, leg.kind])).to.deep.equal([
        [585_000n, 585_000n, 0n],
        [14_000n, 0n, 1n],
        [1_000n, 0n, 3n],
      ]);
    });

    it("instructs the obligor's interest apart", async () => {
      const { factoring, settlement, quote, accept, register, who } =
        await loadFixture(factoringFixture);
      // 30 % of 14,000 + 6,000 quoted interest.
      await accept(quote({ obligorInterest: 6_000n }));
      await expect(register(1n))
        .to.emit(factoring, "ObligorInterestInstructed")
        .withArgs(1n, 2n, 6_000n, ref);
      const i = await settlement.instructionOf(2n);
      expect([i.payer, i.payee, i.amount, i.kind]).to.deep.equal([
        who.obligor.id,
        who.financierA.id,
        6_000n,
        kind.financingInterest,
      ]);
      expect((await factoring.financingOf(1n)).interestInstruction).to.equal(2n);
    });

    it("shortens both times to the end of the due day", async () => {
      const { factoring, quote, accept, today } = await loadFixture(factoringFixture);
      const far = quote().registerBy + 365n * 86_400n;
      await accept(quote({ registerBy: far, payBy: far }));
      const lastSecond = (today + 31n) * 86_400n - 28_800n - 1n;
      const f = await factoring.financingOf(1n);
      expect([f.registerBy, f.payBy]).to.deep.equal([lastSecond, lastSecond]);
    });
  });

  describe("paying", () => {
    it("delivers a child of the same tier to the financier in the attestation's transaction", async () => {
      const { factoring, creditCertificates, quote, accept, register, attest, token, who } =
        await loadFixture(factoringFixture);
      await accept(quote());
      await register(1n);
      const child = token + 1n;
      await expect(attest(1n, 1n))
        .to.emit(factoring, "Financed")
        .withArgs(1n, child, who.financierA.id, 0n, 0n, ref)
        .and.to.emit(creditCertificates, "Passed")
        .withArgs(child, who.financierA.id, who.obligor.id, token, 600_000n, 1n, registry, ref);
      const bought = await creditCertificates.positionOf(child);
      expect(bought.parentId).to.equal(token);
      expect([
        bought.link.owner,
        bought.link.value,
        bought.link.tier,
        bought.link.flags,
      ]).to.deep.equal([who.financierA.id, 600_000n, 1n, financed]);
      const { link } = await creditCertificates.positionOf(token);
      expect([link.value, link.held]).to.deep.equal([400_000n, 0n]);
      const f = await factoring.financingOf(1n);
      expect([f.state, f.child]).to.deep.equal([state.delivered, child]);
      expect((await factoring.recourseOf(child)).debtor).to.equal(0n);
    });

    it("records who stands behind a position that was financed with recourse", async () => {
      const { factoring, creditCertificates, quote, finance, who } =
        await loadFixture(factoringFixture);
      const { child } = await finance(
        quote({ recourse: true, claim: 590_000n, buyBackPrice: 595_000n }),
      );
      const { link } = await creditCertificates.positionOf(child);
      expect(link.flags).to.equal(financed | recourse);
      expect(await factoring.recourseOf(child)).to.deep.equal([
        who.tierOne.id,
        590_000n,
        595_000n,
        1n,
        false,
        0n,
      ]);
    });

    it("makes the hold firm once the bank accepts, so that it outlives its expiry", async () => {
      const { factoring, creditCertificates, quote, accept, register, bankAccepts, attest, token } =
        await loadFixture(factoringFixture);
      await accept(quote());
      await register(1n);
      await bankAccepts(1n);
      expect((await creditCertificates.holdOf(1n)).firm).to.equal(true);
      await time.increaseTo(quote().payBy + 1n);
      await expect(attest(1n, 1n)).to.emit(factoring, "Financed");
      expect((await creditCertificates.positionOf(token)).link.value).to.equal(400_000n);
    });

    it("delivers at once when the attestation is the first word of the bank", async () => {
      const { factoring, creditCertificates, quote, accept, register, attest } =
        await loadFixture(factoringFixture);
      await accept(quote({ value: face, principal: 985_000n }));
      await register(1n);
      await expect(attest(1n, 1n))
        .to.emit(creditCertificates, "HoldMadeFirm")
        .and.to.emit(factoring, "Financed");
    });

    it("delivers whatever becomes of the obligor's interest", async () => {
      const { factoring, settlement, quote, accept, register, attest } =
        await loadFixture(factoringFixture);
      await accept(quote({ obligorInterest: 6_000n }));
      await register(1n);
      await attest(2n, 2n);
      await attest(1n, 1n);
      expect((await factoring.financingOf(1n)).state).to.equal(state.delivered);
      expect((await settlement.instructionOf(2n)).state).to.equal(4n);
    });

    it("counts the obligor's interest as paid when it is, before or after delivery", async () => {
      const { factoring, settlement, quote, accept, register, attest, bankAccepts } =
        await loadFixture(factoringFixture);
      await accept(quote({ obligorInterest: 6_000n }));
      await register(1n);
      await bankAccepts(2n);
      await attest(1n, 1n);
      await attest(2n, 1n);
      expect((await settlement.instructionOf(2n)).state).to.equal(3n);
      expect((await factoring.financingOf(1n)).state).to.equal(state.delivered);
    });
  });
});
