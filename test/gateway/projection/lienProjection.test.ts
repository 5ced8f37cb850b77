import { currencyToBytes3, dayOf, lienStates } from "@tallystick/sdk";
import { expect } from "chai";
import { id, ZeroHash } from "ethers";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";
import { projectedTables } from "../helpers/projectedTables.ts";
import { rebuiltTables } from "../helpers/rebuiltTables.ts";

const free = { gasPrice: 0n, type: 0 };
const day = 86_400;
const root = (1n << 32n) | 1n;
const lienOf = (hold: bigint): bigint => (1n << 64n) | hold;

describe("The projection of pledged certificates", function () {
  this.timeout(60_000);
  let stack: LedgerGateway;

  before(async () => {
    stack = await ledgerGateway();
    await issue();
    await encumber();
  });

  after(() => stack.close());

  async function settle(sending: Promise<{ wait(): Promise<unknown> }>): Promise<void> {
    await (await sending).wait();
  }

  /** A receivable of 10,000.00 CNY, due in 10 days. */
  async function issue(): Promise<void> {
    const { receivables } = stack.contracts;
    const { obligor, tierOne } = stack.who;
    const today = dayOf(await stack.now());
    const terms = {
      obligor: obligor.id,
      creditor: tierOne.id,
      amount: 1_000_000n,
      currency: currencyToBytes3("CNY"),
      deliveryDay: today,
      contractDueDay: today + 10,
      dueDay: today + 10,
      documentRoot: id("documents"),
      defenceWaiver: true,
      noticeByLedger: true,
      longTermReason: ZeroHash,
      obligorInterestShare: 0,
      epoch: 0,
      invoices: [{ tag: id("invoice"), exists: 1_000_000n, amount: 1_000_000n }],
      earlier: [],
      fees: [],
      salt: id("salt"),
    };
    const soon = (await stack.now()) + day;
    await settle(receivables.connect(tierOne.wallet).register(terms, ZeroHash, free));
    await settle(receivables.connect(obligor.wallet).confirm(1, terms, soon, ZeroHash, free));
    await settle(receivables.connect(tierOne.wallet).accept(1, ZeroHash, free));
  }

  /** Two active liens, one of which is released in part, a proposed one and an offer. */
  async function encumber(): Promise<void> {
    const { contracts, who } = stack;
    const soon = (await stack.now()) + 30 * day;
    const debtor = contracts.liens.connect(who.tierOne.wallet);
    const secured = contracts.liens.connect(who.financierA.wallet);
    const pledge = {
      asset: await contracts.creditCertificates.getAddress(),
      token: root,
      amount: 200_000n,
      securedParty: who.financierA.id,
      expiresAt: soon,
      terms: id("terms"),
      debt: id("debt"),
      supervisor: 0,
      purchaseMoneyDay: 0,
    };
    for (let n = 0; n < 3; n++) await settle(debtor.pledge(pledge, ZeroHash, free));
    const registration = { number: id("number"), registeredAt: await stack.now() };
    await settle(secured.accept(lienOf(1n), registration, ZeroHash, free));
    await settle(secured.accept(lienOf(2n), registration, ZeroHash, free));
    await settle(secured.release(lienOf(2n), 50_000n, ZeroHash, free));
    const holder = contracts.creditCertificates.connect(who.tierOne.wallet);
    await settle(holder.offer(root, who.tierTwo.id, 100_000n, soon, ZeroHash, ZeroHash, free));
  }

  /** The obligor pays a tenth on the due day, and a run distributes it. */
  async function payTenth(): Promise<void> {
    const { contracts, who } = stack;
    const { settlement, settlementRuns } = contracts;
    await stack.pass(10 * day);
    const soon = (await stack.now()) + day;
    const obligor = settlementRuns.connect(who.obligor.wallet);
    await settle(obligor.instructSettlement(1, 100_000n, who.bank.id, soon, ZeroHash, free));
    const instruction = await settlement.instructionOf(1n);
    const attestation = {
      instruction: 1n,
      outcome: 1n,
      bank: who.bank.id,
      payerAccount: instruction.payerAccount,
      payeeAccount: instruction.payeeAccount,
      amount: 100_000n,
      currency: instruction.currency,
      bankReference: id("reference"),
      valueDay: dayOf(await stack.now()),
      receiptDigest: id("receipt"),
    };
    const bank = settlement.connect(who.bank.wallet);
    await settle(bank.attest(attestation, ZeroHash, free));
    await settle(obligor.settleBatch(1, 9, ZeroHash, free));
    // What ended with circulation takes nothing of the liens along.
    const anyone = contracts.creditCertificates.connect(who.auditor.wallet);
    await settle(anyone.expireOffer(1, ZeroHash, free));
  }

  /** What the row of the root says, once it is as late as the chain, beside the chain's own word. */
  async function both() {
    const head = Number(await stack.chain.rpc.send("eth_blockNumber", []));
    await stack.gateway.services.projector.waitForBlock(head);
    const [row] = await stack.database.query(
      "SELECT value_minor, held_minor, pledged_minor, pledged FROM projected.certificate WHERE certificate_id = $1",
      [root],
    );
    const { link } = await stack.contracts.creditCertificates.positionOf(root);
    return { row, link };
  }

  it("has what is held, and what liens keep of it", async () => {
    const { row, link } = await both();
    expect(row).to.deep.equal({
      value_minor: 1_000_000n,
      held_minor: 650_000n,
      pledged_minor: 350_000n,
      pledged: true,
    });
    expect(link.held).to.equal(650_000n);
  });

  it("has what liens still keep after a run, which ends every other reservation", async () => {
    await payTenth();
    const { row, link } = await both();
    expect(row).to.deep.equal({
      value_minor: 900_000n,
      held_minor: 250_000n,
      pledged_minor: 250_000n,
      pledged: true,
    });
    expect([link.value, link.held]).to.deep.equal([900_000n, 250_000n]);
  });

  it("has each lien as the chain has it, and how it became less", async () => {
    const rows = await stack.database.query<{ lien_id: bigint; amount: bigint; state: string }>(
      "SELECT lien_id, amount, state FROM projected.lien ORDER BY lien_id",
    );
    expect(rows.map(({ lien_id }) => lien_id)).to.deep.equal([1n, 2n, 3n].map(lienOf));
    for (const { lien_id, amount, state } of rows) {
      const lien = await stack.contracts.liens.lienOf(lien_id);
      expect([amount, state]).to.deep.equal([lien.amount, lienStates[Number(lien.state)]]);
    }
    const changes = await stack.database.query(
      "SELECT lien_id, kind, amount, rest FROM projected.lien_change ORDER BY change_key",
    );
    expect(changes).to.deep.equal([
      { lien_id: lienOf(2n), kind: "release", amount: 50_000n, rest: 150_000n },
      { lien_id: lienOf(1n), kind: "settlement", amount: 57_142n, rest: 142_858n },
      { lien_id: lienOf(2n), kind: "settlement", amount: 42_858n, rest: 107_142n },
    ]);
  });

  it("is rebuilt equal from the chain alone", async () => {
    const { checkpoint: _, ...rebuilt } = await rebuiltTables(stack);
    const { checkpoint: __, ...projected } = await projectedTables(stack.database);
    expect(rebuilt).to.deep.equal(projected);
  });
});
