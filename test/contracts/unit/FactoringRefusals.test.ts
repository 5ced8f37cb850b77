import { expect } from "chai";
import { encodeBytes32String, id, ZeroHash } from "ethers";
import { signedTypes } from "../../../sdk/signing/signedTypes.ts";
import { signingDomain } from "../../../sdk/signing/signingDomain.ts";
import { chain } from "../../helpers/chain.ts";
import { face, factoringFixture, type Quote } from "../../helpers/factoringFixture.ts";
import { ref } from "../../helpers/ref.ts";

const { loadFixture, time } = chain.networkHelpers;
const registry = encodeBytes32String("registry 1");
const state = { none: 0n, accepted: 1n, instructed: 2n, delivered: 3n, waiting: 4n, failed: 5n };

/** A block time later than `moment`: blocks follow the clock. */
const laterThan = (moment: bigint) => (now: bigint) => now > moment;

describe("Factoring refuses", () => {
  describe("a quote", () => {
    /** Error of a quote with `changes`, and its arguments. */
    const refused: readonly [string, Partial<Quote>, string, readonly unknown[]][] = [
      ["that pays nothing", { principal: 0n }, "FactoringZeroPrincipal", []],
      ["of nothing", { value: 0n }, "FactoringLegsDiffer", [0n, 600_000n]],
      ["whose legs are short", { fee: 999n }, "FactoringLegsDiffer", [600_000n, 599_999n]],
      [
        "whose legs exceed what its type holds",
        { principal: 2n ** 72n - 1n, discount: 2n ** 72n - 1n },
        "FactoringLegsDiffer",
        [600_000n, 2n ** 73n - 2n + 1_000n],
      ],
      ["with recourse for nothing", { recourse: true }, "FactoringClaimOutOfRange", [0n, 600_000n]],
      [
        "whose claim exceeds the value",
        { recourse: true, claim: 600_001n },
        "FactoringClaimOutOfRange",
        [600_001n, 600_000n],
      ],
      ["without recourse that claims", { claim: 1n }, "FactoringTermsWithoutRecourse", [1n, 0n]],
      [
        "without recourse that states a buy-back price",
        { buyBackPrice: 1n },
        "FactoringTermsWithoutRecourse",
        [0n, 1n],
      ],
      [
        "that puts one unit more of interest on the obligor than it signed for",
        { obligorInterest: 6_001n },
        "FactoringInterestShare",
        [6_001n, 6_000n],
      ],
      [
        "over other terms than the receivable's",
        { termsDigest: id("other documents") },
        "FactoringTermsDiffer",
        [1n, undefined, id("other documents")],
      ],
    ];
    for (const [what, changes, error, args] of refused) {
      it(what, async () => {
        const { factoring, quote, accept, termsDigest } = await loadFixture(factoringFixture);
        await expect(accept(quote(changes)))
          .to.be.revertedWithCustomError(factoring, error)
          .withArgs(...args.map((arg) => arg ?? termsDigest));
        expect(await factoring.financingCount()).to.equal(0n);
      });
    }

    it("after its deadline", async () => {
      const { factoring, quote, accept } = await loadFixture(factoringFixture);
      const { deadline } = quote();
      await time.increaseTo(deadline);
      await expect(accept(quote()))
        .to.be.revertedWithCustomError(factoring, "FactoringQuoteExpired")
        .withArgs(deadline, laterThan(deadline));
    });

    it("that nobody could register in time any more", async () => {
      const { factoring, quote, accept, now } = await loadFixture(factoringFixture);
      const registerBy = BigInt(now);
      await expect(accept(quote({ registerBy })))
        .to.be.revertedWithCustomError(factoring, "FactoringRegisterByPassed")
        .withArgs(0n, laterThan(registerBy), registerBy);
    });

    it("that gives the bank less time than the registration", async () => {
      const { factoring, quote, accept } = await loadFixture(factoringFixture);
      const payBy = quote().registerBy - 1n;
      await expect(accept(quote({ payBy })))
        .to.be.revertedWithCustomError(factoring, "FactoringPayByTooEarly")
        .withArgs(payBy, quote().registerBy);
    });

    it("a second time, whatever became of the first", async () => {
      const { factoring, quote, accept, who } = await loadFixture(factoringFixture);
      await accept(quote());
      await factoring.connect(who.financierA.account).refuse(1n, ref);
      await expect(accept(quote()))
        .to.be.revertedWithCustomError(factoring, "FactoringNonceUsed")
        .withArgs(who.financierA.id, 7n);
    });

    it("whose nonce the financier cancelled", async () => {
      const { factoring, quote, accept, who } = await loadFixture(factoringFixture);
      await expect(factoring.connect(who.financierA.account).cancelNonce(7n, ref))
        .to.emit(factoring, "FactoringNonceSpent")
        .withArgs(who.financierA.id, 7n, ref);
      await expect(accept(quote()))
        .to.be.revertedWithCustomError(factoring, "FactoringNonceUsed")
        .withArgs(who.financierA.id, 7n);
    });

    it("signed before the financier revoked an account", async () => {
      const { members, quote, sign, factoring, who, fresh } = await loadFixture(factoringFixture);
      const signature = await sign(quote());
      const financier = members.connect(who.financierA.account);
      await financier.addAccount(fresh, ref);
      await time.increase(48 * 60 * 60);
      await members.connect(fresh).revokeAccount(who.financierA.account, ref);
      const later = BigInt((await time.latest()) + 86_400);
      await expect(
        factoring
          .connect(who.tierOne.account)
          .acceptQuote(
            quote({ deadline: later, registerBy: later, payBy: later }),
            who.financierA.account,
            signature,
            ref,
          ),
      )
        .to.be.revertedWithCustomError(members, "MembersWrongEpoch")
        .withArgs(who.financierA.id, 1n, 2n);
    });

    it("signed by another member's account, or with a changed term", async () => {
      const { members, quote, sign, factoring, who } = await loadFixture(factoringFixture);
      const holder = factoring.connect(who.tierOne.account);
      const byOther = await sign(quote(), who.financierB);
      await expect(
        holder.acceptQuote(quote(), who.financierA.account, byOther, ref),
      ).to.be.revertedWithCustomError(members, "MembersSignatureInvalid");
      const signed = await sign(quote());
      await expect(
        holder.acceptQuote(
          quote({ principal: 586_000n, discount: 13_000n }),
          who.financierA.account,
          signed,
          ref,
        ),
      ).to.be.revertedWithCustomError(members, "MembersSignatureInvalid");
    });

    it("signed for another chain or another contract", async () => {
      const { members, quote, factoring, who, deployment } = await loadFixture(factoringFixture);
      const here = signingDomain(deployment, "quote");
      const holder = factoring.connect(who.tierOne.account);
      for (const domain of [
        { ...here, chainId: deployment.chainId + 1 },
        { ...here, verifyingContract: await members.getAddress() },
      ]) {
        const signed = await who.financierA.account.signTypedData(
          domain,
          { ...signedTypes.quote },
          quote(),
        );
        await expect(
          holder.acceptQuote(quote(), who.financierA.account, signed, ref),
        ).to.be.revertedWithCustomError(members, "MembersSignatureInvalid");
      }
    });

    it("of a member that is no financier", async () => {
      const { members, quote, accept, who } = await loadFixture(factoringFixture);
      await expect(accept(quote({ financier: who.tierTwo.id }), who.tierTwo))
        .to.be.revertedWithCustomError(members, "MembersMissingRole")
        .withArgs(who.tierTwo.id, 2n, 4n);
    });

    it("of a suspended financier, unless it is only overdue elsewhere", async () => {
      const { members, quote, accept, who } = await loadFixture(factoringFixture);
      await members
        .connect(who.operator.account)
        .setSuspensions(who.financierA.id, 8n, id("reason"), ref);
      await expect(accept(quote()))
        .to.be.revertedWithCustomError(members, "MembersSuspended")
        .withArgs(who.financierA.id, 8n);
    });

    it("through a member that is no settlement bank", async () => {
      const { members, quote, accept, who } = await loadFixture(factoringFixture);
      await expect(accept(quote({ bank: who.financierB.id })))
        .to.be.revertedWithCustomError(members, "MembersMissingRole")
        .withArgs(who.financierB.id, 4n, 32n);
    });

    it("by the holder to itself, or by the obligor", async () => {
      const { members, factoring, quote, accept, who } = await loadFixture(factoringFixture);
      await expect(accept(quote({ financier: who.tierOne.id }), who.tierOne))
        .to.be.revertedWithCustomError(factoring, "FactoringSameParty")
        .withArgs(who.tierOne.id);
      await members.connect(who.operator.account).setRoles(who.obligor.id, 5n, id("licence"), ref);
      await expect(accept(quote({ financier: who.obligor.id }), who.obligor))
        .to.be.revertedWithCustomError(factoring, "FactoringSameParty")
        .withArgs(who.obligor.id);
    });

    it("of a receivable that nobody accepted, or that is unknown", async () => {
      const { receivables, creditCertificates, factoring, quote, accept, terms, who } =
        await loadFixture(factoringFixture);
      await receivables
        .connect(who.tierOne.account)
        .register({ ...terms, salt: id("another") }, ref);
      await expect(accept(quote({ token: (2n << 32n) | 1n })))
        .to.be.revertedWithCustomError(factoring, "FactoringReceivableState")
        .withArgs(2n, 1n);
      await expect(accept(quote({ token: (9n << 32n) | 1n }))).to.be.revertedWithCustomError(
        receivables,
        "ReceivablesUnknown",
      );
      const beyond = (1n << 200n) | quote().token;
      await expect(accept(quote({ token: beyond })))
        .to.be.revertedWithCustomError(creditCertificates, "SplitTokenUnknown")
        .withArgs(beyond);
    });

    it("of a receivable with an invoice that a credit note made short", async () => {
      const { receivables, claims, quote, accept, terms, who } =
        await loadFixture(factoringFixture);
      const note = [1n, 0n, 1n, id("note"), id("the note itself"), ref] as const;
      await receivables.connect(who.tierOne.account).recordCreditNote(...note);
      const [invoice] = terms.invoices;
      const exists = BigInt(invoice?.exists ?? 0);
      await expect(accept(quote()))
        .to.be.revertedWithCustomError(claims, "ClaimsShort")
        .withArgs(await claims.keyOf(0, id("invoice")), exists - 1n, exists);
    });

    it("accepted by another member than its holder", async () => {
      const { creditCertificates, factoring, quote, accept, token, who } =
        await loadFixture(factoringFixture);
      await expect(accept(quote(), who.financierA, who.tierTwo))
        .to.be.revertedWithCustomError(factoring, "FactoringNotHolder")
        .withArgs(token, who.tierTwo.id, who.tierOne.id);
      await expect(accept(quote({ holder: who.tierTwo.id }), who.financierA, who.tierTwo))
        .to.be.revertedWithCustomError(creditCertificates, "SplitTokenNotOwner")
        .withArgs(token, who.tierTwo.id, who.tierOne.id);
    });

    it("accepted by an account of nobody", async () => {
      const { members, factoring, quote, sign, stranger, who } =
        await loadFixture(factoringFixture);
      await expect(
        factoring
          .connect(stranger)
          .acceptQuote(quote(), who.financierA.account, await sign(quote()), ref),
      )
        .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
        .withArgs(stranger);
      await expect(factoring.connect(stranger).cancelNonce(1n, ref))
        .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
        .withArgs(stranger);
    });

    it("for more than is free, or of a frozen position", async () => {
      const { creditCertificates, quote, accept, freeze, token } =
        await loadFixture(factoringFixture);
      const more = quote({ value: face + 1n, principal: face + 1n - 15_000n });
      await expect(accept(more))
        .to.be.revertedWithCustomError(creditCertificates, "SplitTokenExceedsFree")
        .withArgs(token, face, face + 1n);
      await freeze(token);
      await expect(accept(quote()))
        .to.be.revertedWithCustomError(creditCertificates, "SplitTokenFrozen")
        .withArgs(token);
    });

    it("after the due day", async () => {
      const { creditCertificates, quote, accept, today } = await loadFixture(factoringFixture);
      await time.increaseTo((today + 31n) * 86_400n - 28_800n);
      const deadline = BigInt((await time.latest()) + 86_400);
      await expect(accept(quote({ deadline, registerBy: deadline, payBy: deadline })))
        .to.be.revertedWithCustomError(creditCertificates, "SplitTokenClosed")
        .withArgs(1n, today + 31n, today + 30n);
    });
  });

  describe("a registration", () => {
    it("of an unknown financing", async () => {
      const { factoring, who, register } = await loadFixture(factoringFixture);
      await expect(register(1n))
        .to.be.revertedWithCustomError(factoring, "FactoringUnknown")
        .withArgs(1n);
      const anyone = factoring.connect(who.tierOne.account);
      for (const call of [anyone.financingOf(2n), anyone.deliver(2n, ref)]) {
        await expect(call)
          .to.be.revertedWithCustomError(factoring, "FactoringUnknown")
          .withArgs(2n);
      }
    });

    it("by another member", async () => {
      const { factoring, who, quote, accept, register } = await loadFixture(factoringFixture);
      await accept(quote());
      await expect(register(1n, who.financierB))
        .to.be.revertedWithCustomError(factoring, "FactoringNotFinancier")
        .withArgs(1n, who.financierB.id, who.financierA.id);
      await expect(factoring.connect(who.tierOne.account).refuse(1n, ref))
        .to.be.revertedWithCustomError(factoring, "FactoringNotFinancier")
        .withArgs(1n, who.tierOne.id, who.financierA.id);
    });

    it("a second time, and a refusal afterwards", async () => {
      const { factoring, who, quote, accept, register } = await loadFixture(factoringFixture);
      await accept(quote());
      await register(1n);
      for (const call of [
        register(1n),
        factoring.connect(who.financierA.account).refuse(1n, ref),
      ]) {
        await expect(call)
          .to.be.revertedWithCustomError(factoring, "FactoringWrongState")
          .withArgs(1n, state.instructed, state.accepted);
      }
    });

    it("without a number, without a time or with one in the future", async () => {
      const { factoring, who, quote, accept } = await loadFixture(factoringFixture);
      await accept(quote());
      const financier = factoring.connect(who.financierA.account);
      await expect(financier.register(1n, ZeroHash, 1n, ref))
        .to.be.revertedWithCustomError(factoring, "FactoringRegistryNumberMissing")
        .withArgs(1n);
      const next = BigInt(await time.latest()) + 1n;
      for (const registeredAt of [0n, next + 600n]) {
        await expect(financier.register(1n, registry, registeredAt, ref))
          .to.be.revertedWithCustomError(factoring, "FactoringRegisteredAhead")
          .withArgs(registeredAt, laterThan(next - 1n));
      }
    });

    it("after its time, or after circulation ended", async () => {
      const { factoring, settlementRuns, quote, accept, register, attest, today, who } =
        await loadFixture(factoringFixture);
      const dueDayEnds = (today + 31n) * 86_400n - 28_800n - 1n;
      await accept(quote());
      await accept(
        quote({
          nonce: 8n,
          value: 100_000n,
          principal: 85_000n,
          registerBy: dueDayEnds,
          payBy: dueDayEnds,
        }),
      );
      const { registerBy } = quote();
      await time.increaseTo(registerBy);
      await expect(register(1n))
        .to.be.revertedWithCustomError(factoring, "FactoringRegisterByPassed")
        .withArgs(1n, laterThan(registerBy), registerBy);
      await time.increaseTo(dueDayEnds - 3_600n);
      await settlementRuns
        .connect(who.obligor.account)
        .instructSettlement(1n, face, who.bank.id, dueDayEnds + 86_400n, ref);
      await attest(1n, 1n);
      await expect(register(2n))
        .to.be.revertedWithCustomError(factoring, "FactoringCirculationEnded")
        .withArgs(1n);
    });
  });

  it("quotes of a holder whose recovery is open, since its keys are in doubt", async () => {
    const { factoring, members, quote, accept, who, fresh } = await loadFixture(factoringFixture);
    const holder = members.connect(who.tierOne.account);
    await holder.setGuardian(who.guardian.id, ref);
    await time.increase(48 * 60 * 60);
    await holder.confirmGuardian(who.guardian.id, ref);
    for (const { account } of [who.operator, who.guardian])
      await members.connect(account).proposeRecovery(who.tierOne.id, fresh, ref, ref);
    const now = BigInt(await time.latest());
    const times = { deadline: now + 600n, registerBy: now + 600n, payBy: now + 600n };
    await expect(accept(quote(times)))
      .to.be.revertedWithCustomError(members, "MembersSuspended")
      .withArgs(who.tierOne.id, 1n << 1n);
    await holder.cancelRecovery(who.tierOne.id, ref);
    await expect(accept(quote(times))).to.emit(factoring, "QuoteAccepted");
  });

  it("outcomes that the settlement contract didn't report", async () => {
    const { factoring, who } = await loadFixture(factoringFixture);
    const caller = who.bank.account;
    const f = factoring.connect(caller);
    for (const call of [f.onAccepted(1n, ref), f.onPaid(1n, 1n, 1n, ref), f.onFailed(1n, ref)]) {
      await expect(call)
        .to.be.revertedWithCustomError(factoring, "FactoringNotIssuedHere")
        .withArgs(caller);
    }
  });

  it("to divide payments for anybody but settlement runs", async () => {
    const { factoring, who, token } = await loadFixture(factoringFixture);
    const caller = who.operator.account;
    await expect(factoring.connect(caller).applyRecourse(token, 1n, ref))
      .to.be.revertedWithCustomError(factoring, "AccessManagedUnauthorized")
      .withArgs(caller);
  });
});
