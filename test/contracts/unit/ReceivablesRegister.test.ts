import { anyValue } from "@nomicfoundation/hardhat-ethers-chai-matchers/withArgs";
import { expect } from "chai";
import { id, TypedDataEncoder, ZeroHash } from "ethers";
import { chain } from "../../helpers/chain.ts";
import { feeKinds, receivableStates as states } from "../../helpers/receivableStates.ts";
import { receivablesFixture } from "../../helpers/receivablesFixture.ts";
import { currencyBytes, type Terms } from "../../helpers/receivableTerms.ts";
import { receivableTypes } from "../../helpers/receivableTypes.ts";
import { ref } from "../../helpers/ref.ts";
import { roles, suspensions } from "../../helpers/roles.ts";

const { networkHelpers } = chain;
const load = () => networkHelpers.loadFixture(receivablesFixture);

describe("Receivables: registering", () => {
  for (const party of ["tierOne", "obligor"] as const) {
    it(`keeps what the ${party === "obligor" ? "obligor" : "creditor"} registers`, async () => {
      const { receivables, who, terms } = await load();
      const given = await terms();
      const digest = await receivables.termsDigest(given);
      await expect(receivables.connect(who[party].account).register(given, ref))
        .to.emit(receivables, "ReceivableRegistered")
        .withArgs(1n, who.obligor.id, who.tierOne.id, anyValue, digest, who[party].id, ref);
      const stored = await receivables.receivableOf(1n);
      expect(stored).to.deep.equal([
        who.obligor.id,
        who.tierOne.id,
        1_000_000n,
        currencyBytes("CNY"),
        given.deliveryDay,
        given.contractDueDay,
        given.dueDay,
        states.registered,
        true,
        true,
        2_500n,
        0n,
        0n,
        0n,
        0n,
        digest,
      ]);
      expect(await receivables.receivableCount()).to.equal(1n);
      expect(await receivables.receivableOfTerms(digest)).to.equal(1n);
    });
  }

  it("announces every term, so that events suffice", async () => {
    const { receivables, who, terms } = await load();
    const given = await terms({
      fees: [{ kind: feeKinds.platform, payer: who.tierOne.id, amount: 7n }],
    });
    await receivables.connect(who.tierOne.account).register(given, ref);
    const [log] = await receivables.queryFilter(receivables.filters.ReceivableRegistered());
    if (!log) throw new Error("nothing was announced");
    const encode = (value: Terms) =>
      receivables.interface.encodeFunctionData("termsDigest", [value]);
    expect(encode(log.args.terms)).to.equal(encode(given));
  });

  it("keeps that neither defences are waived nor the ledger gives notice", async () => {
    const { receivables, who, terms } = await load();
    const given = await terms({ defenceWaiver: false, noticeByLedger: false });
    await receivables.connect(who.tierOne.account).register(given, ref);
    const stored = await receivables.receivableOf(1n);
    expect([stored.defenceWaiver, stored.noticeByLedger]).to.deep.equal([false, false]);
  });

  it("consumes nothing: neither a limit nor an invoice", async () => {
    const { receivables, claims, who, terms, claimantOf } = await load();
    await receivables.connect(who.tierOne.account).register(await terms(), ref);
    expect((await receivables.limitOf(who.obligor.id, currencyBytes("CNY"))).inUse).to.equal(0n);
    expect((await claims.tallyOf(0, id("invoice 1"))).reserved).to.equal(0n);
    expect(await claims.phaseOf(claimantOf(1n))).to.equal(0n);
  });

  it("names terms once for ever; another salt makes other terms", async () => {
    const { receivables, who, terms } = await load();
    const given = await terms();
    const creditor = receivables.connect(who.tierOne.account);
    await creditor.register(given, ref);
    await creditor.void(1n, ref);
    await expect(creditor.register(given, ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesTermsRegistered")
      .withArgs(await receivables.termsDigest(given), 1n);
    await creditor.register({ ...given, salt: id("salt 2") }, ref);
    expect(await receivables.receivableCount()).to.equal(2n);
  });

  it("hashes terms as EIP-712 says, and every term counts", async () => {
    const { receivables, who, terms } = await load();
    const given = await terms({
      fees: [{ kind: feeKinds.platform, payer: who.tierOne.id, amount: 7n }],
    });
    const invoice = { tag: id("invoice 1"), exists: 1_500_000n, amount: 1_000_000n };
    const fee = { kind: feeKinds.platform, payer: who.tierOne.id, amount: 7n };
    const changes: Partial<Terms>[] = [
      {},
      { obligor: 99n },
      { creditor: 99n },
      { amount: 99n, invoices: given.invoices },
      { currency: currencyBytes("USD") },
      { deliveryDay: 1n },
      { contractDueDay: 1n },
      { dueDay: 1n },
      { documentRoot: id("other documents") },
      { defenceWaiver: false },
      { noticeByLedger: false },
      { longTermReason: id("reason") },
      { obligorInterestShare: 1n },
      { epoch: 1n },
      { invoices: [] },
      { invoices: [{ ...invoice, tag: id("invoice 2") }] },
      { invoices: [{ ...invoice, exists: 1n }] },
      { invoices: [{ ...invoice, amount: 1n }] },
      { fees: [] },
      { fees: [{ ...fee, kind: feeKinds.financing }] },
      { fees: [{ ...fee, payer: who.obligor.id }] },
      { fees: [{ ...fee, amount: 8n }] },
      { salt: id("salt 2") },
    ];
    const digests = new Set<string>();
    for (const change of changes) {
      const changed = { ...given, ...change };
      const digest = await receivables.termsDigest(changed);
      expect(digest).to.equal(TypedDataEncoder.hashStruct("Terms", receivableTypes.terms, changed));
      digests.add(digest);
    }
    expect(digests.size).to.equal(changes.length);
  });

  it("answers for no id that was never given", async () => {
    const { receivables } = await load();
    await expect(receivables.receivableOf(1n))
      .to.be.revertedWithCustomError(receivables, "ReceivablesUnknown")
      .withArgs(1n);
    expect(await receivables.receivableOfTerms(ZeroHash)).to.equal(0n);
  });
});

describe("Receivables: terms are refused at registration", () => {
  type Setting = Awaited<ReturnType<typeof receivablesFixture>>;
  const invoice = (amount: bigint) => ({ tag: id("invoice 1"), exists: 1_500_000n, amount });
  const invoices = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ tag: id(`${i}`), exists: 10n, amount: 10n }));
  const fees = (count: number, payer: bigint) =>
    Array.from({ length: count }, () => ({ kind: feeKinds.platform, payer, amount: 1n }));

  const refusals: [
    string,
    (setting: Setting) => Partial<Terms>,
    string,
    (setting: Setting) => unknown[],
  ][] = [
    [
      "a creditor that is the obligor",
      ({ who }) => ({ creditor: who.obligor.id }),
      "ReceivablesSameParties",
      ({ who }) => [who.obligor.id],
    ],
    ["an amount of zero", () => ({ amount: 0n, invoices: [] }), "ReceivablesZeroAmount", () => []],
    [
      "a currency in small letters",
      () => ({ currency: currencyBytes("cny") }),
      "ReceivablesUnknownCurrency",
      () => [currencyBytes("cny")],
    ],
    [
      "a currency with a digit",
      () => ({ currency: currencyBytes("CN1") }),
      "ReceivablesUnknownCurrency",
      () => [currencyBytes("CN1")],
    ],
    [
      "no trade documents (notice 2025/77 art. 10)",
      () => ({ documentRoot: ZeroHash }),
      "ReceivablesDocumentRootMissing",
      () => [],
    ],
    [
      "a due day after the contract's (Regulation on Payments to SMEs art. 11)",
      () => ({ dueDay: 20_501n, contractDueDay: 20_500n }),
      "ReceivablesDueAfterContract",
      () => [20_501n, 20_500n],
    ],
    [
      "more than the whole interest for the obligor",
      () => ({ obligorInterestShare: 10_001n }),
      "ReceivablesShareTooLarge",
      () => [10_001n, 10_000n],
    ],
    [
      "invoices that add up to less",
      () => ({ invoices: [invoice(999_999n)] }),
      "ReceivablesAmountsDiffer",
      () => [1_000_000n, 999_999n],
    ],
    [
      "invoices that add up to more",
      () => ({ invoices: [invoice(1_000_000n), invoice(1n)] }),
      "ReceivablesAmountsDiffer",
      () => [1_000_000n, 1_000_001n],
    ],
    [
      "more than 100 invoices",
      () => ({ amount: 1_010n, invoices: invoices(101) }),
      "ReceivablesTooManyInvoices",
      () => [101n, 100n],
    ],
    [
      "more than 16 fees",
      ({ who }) => ({ fees: fees(17, who.tierOne.id) }),
      "ReceivablesTooManyFees",
      () => [17n, 16n],
    ],
    [
      "a confirmation fee charged to the supplier (notice 2025/77)",
      ({ who }) => ({
        fees: [{ kind: feeKinds.confirmation, payer: who.tierOne.id, amount: 1n }],
      }),
      "ReceivablesConfirmationFeeOnSupplier",
      ({ who }) => [who.tierOne.id],
    ],
    [
      "a confirmation fee charged to another supplier (notice 2025/77)",
      ({ who }) => ({
        fees: [{ kind: feeKinds.confirmation, payer: who.tierTwo.id, amount: 1n }],
      }),
      "ReceivablesFeePayer",
      ({ who }) => [who.tierTwo.id],
    ],
    [
      "a fee of somebody who is no party",
      ({ who }) => ({
        fees: [{ kind: feeKinds.financing, payer: who.financierA.id, amount: 1n }],
      }),
      "ReceivablesFeePayer",
      ({ who }) => [who.financierA.id],
    ],
    [
      "a fee of nothing",
      ({ who }) => ({ fees: fees(1, who.tierOne.id).map((fee) => ({ ...fee, amount: 0n })) }),
      "ReceivablesZeroAmount",
      () => [],
    ],
  ];
  for (const [what, changes, error, args] of refusals) {
    it(`refuses ${what}`, async () => {
      const setting = await load();
      const { receivables, who, terms } = setting;
      const given = await terms(changes(setting));
      await expect(receivables.connect(who.obligor.account).register(given, ref))
        .to.be.revertedWithCustomError(receivables, error)
        .withArgs(...args(setting));
    });
  }

  it("takes a confirmation fee that the obligor bears itself, 100 invoices and 16 fees", async () => {
    const { receivables, who, terms } = await load();
    const given = await terms({
      amount: 1_000n,
      invoices: invoices(100),
      fees: [
        { kind: feeKinds.confirmation, payer: who.obligor.id, amount: 1n },
        ...fees(15, who.tierOne.id),
      ],
    });
    await receivables.connect(who.tierOne.account).register(given, ref);
    expect((await receivables.receivableOf(1n)).state).to.equal(states.registered);
  });
});

describe("Receivables: who registers and voids", () => {
  it("refuses somebody who is no party", async () => {
    const { receivables, who, terms } = await load();
    await expect(receivables.connect(who.tierTwo.account).register(await terms(), ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesNotParty")
      .withArgs(0n, who.tierTwo.id);
  });

  it("refuses an account of nobody", async () => {
    const { receivables, members, stranger, terms } = await load();
    await expect(receivables.connect(stranger).register(await terms(), ref))
      .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
      .withArgs(stranger.address);
  });

  it("refuses an obligor and a creditor without their roles", async () => {
    const { receivables, members, who, terms } = await load();
    const creditor = receivables.connect(who.tierOne.account);
    await expect(creditor.register(await terms({ obligor: who.tierTwo.id }), ref))
      .to.be.revertedWithCustomError(members, "MembersMissingRole")
      .withArgs(who.tierTwo.id, roles.supplier, roles.obligor);
    const obligor = receivables.connect(who.obligor.account);
    await expect(obligor.register(await terms({ creditor: who.bank.id }), ref))
      .to.be.revertedWithCustomError(members, "MembersMissingRole")
      .withArgs(who.bank.id, roles.settlementBank, roles.supplier);
  });

  it("refuses a suspended creditor, since it originates nothing", async () => {
    const { receivables, members, who, terms } = await load();
    const operator = members.connect(who.operator.account);
    await operator.setSuspensions(who.tierOne.id, suspensions.regulatory, id("reason"), ref);
    await expect(receivables.connect(who.tierOne.account).register(await terms(), ref))
      .to.be.revertedWithCustomError(members, "MembersSuspended")
      .withArgs(who.tierOne.id, suspensions.regulatory);
  });

  for (const party of ["tierOne", "obligor"] as const) {
    it(`is voided by the ${party === "obligor" ? "obligor" : "creditor"} alone, before confirmation`, async () => {
      const { receivables, who, terms } = await load();
      await receivables.connect(who.tierOne.account).register(await terms(), ref);
      await expect(receivables.connect(who[party].account).void(1n, ref))
        .to.emit(receivables, "ReceivableVoided")
        .withArgs(1n, who[party].account.address, ref);
      expect((await receivables.receivableOf(1n)).state).to.equal(states.voided);
      await expect(receivables.connect(who[party].account).void(1n, ref))
        .to.be.revertedWithCustomError(receivables, "ReceivablesWrongState")
        .withArgs(1n, states.voided, states.registered);
    });
  }

  it("is not voided by anybody else, nor when it doesn't exist", async () => {
    const { receivables, who, terms } = await load();
    await receivables.connect(who.tierOne.account).register(await terms(), ref);
    await expect(receivables.connect(who.tierTwo.account).void(1n, ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesNotParty")
      .withArgs(1n, who.tierTwo.id);
    await expect(receivables.connect(who.tierOne.account).void(2n, ref))
      .to.be.revertedWithCustomError(receivables, "ReceivablesUnknown")
      .withArgs(2n);
  });

  it("is not voided after confirmation", async () => {
    const { receivables, who, terms, inSeconds } = await load();
    const given = await terms();
    await receivables.connect(who.tierOne.account).register(given, ref);
    await receivables.connect(who.obligor.account).confirm(1n, given, await inSeconds(3_600), ref);
    for (const party of [who.obligor, who.tierOne]) {
      await expect(receivables.connect(party.account).void(1n, ref))
        .to.be.revertedWithCustomError(receivables, "ReceivablesWrongState")
        .withArgs(1n, states.confirmed, states.registered);
    }
  });
});
