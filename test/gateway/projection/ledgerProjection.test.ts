import { currencyToBytes3, dayOf } from "@tallystick/sdk";
import { expect } from "chai";
import { id, ZeroHash } from "ethers";
import { ledgerFeatures } from "../../../gateway/features/ledgerFeatures.ts";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";
import { projectedTables } from "../helpers/projectedTables.ts";
import { rebuiltTables } from "../helpers/rebuiltTables.ts";

const free = { gasPrice: 0n, type: 0 };
const hour = 3_600;

describe("The ledger's projection", function () {
  this.timeout(60_000);
  let stack: LedgerGateway;

  before(async () => {
    stack = await ledgerGateway();
    await live();
  });

  after(() => stack.close());

  async function settle(sending: Promise<{ wait(): Promise<unknown> }>): Promise<void> {
    await (await sending).wait();
  }

  async function termsOf() {
    const today = dayOf(await stack.now());
    const { who } = stack;
    return {
      obligor: who.obligor.id,
      creditor: who.tierOne.id,
      amount: 1_000_000n,
      currency: currencyToBytes3("CNY"),
      deliveryDay: today - 5,
      contractDueDay: today + 50,
      dueDay: today + 40,
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
  }

  /** A small life, made beside the gateway: everything that it knows comes from events. */
  async function live(): Promise<void> {
    const { contracts, who } = stack;
    const { receivables, creditCertificates: certificates } = contracts;
    const terms = await termsOf();
    const soon = (await stack.now()) + hour;
    await settle(receivables.connect(who.tierOne.wallet).register(terms, ZeroHash, free));
    await settle(receivables.connect(who.obligor.wallet).confirm(1, terms, soon, ZeroHash, free));
    await settle(receivables.connect(who.tierOne.wallet).accept(1, ZeroHash, free));
    const root = (1n << 32n) | 1n;
    const holder = certificates.connect(who.tierOne.wallet);
    await settle(holder.split(root, 300_000n, ZeroHash, free));
    const to = who.tierTwo.id;
    await settle(holder.offer(root, to, 200_000n, soon, id("order 1"), ZeroHash, free));
    const second = certificates.connect(who.tierTwo.wallet);
    await settle(second.acceptOffer(1, ZeroHash, free));
    const third = certificates.connect(who.tierThree.wallet);
    await settle(third.setStandingAcceptance(to, soon, id("frame"), ZeroHash, free));
    const passed = [root + 2n, who.tierThree.id, 50_000n, id("order 2")] as const;
    await settle(second.transfer(...passed, ZeroHash, free));
    const order = id("court order");
    const legal = certificates.connect(who.legal.wallet);
    await settle(legal.proposeFreeze(root + 1n, true, order, ZeroHash, free));
    const other = certificates.connect(who.secondLegal.wallet);
    await settle(other.confirmFreeze(root + 1n, true, order, ZeroHash, free));
    const head = Number(await stack.chain.rpc.send("eth_blockNumber", []));
    await stack.gateway.services.projector.waitForBlock(head);
  }

  it("knows the members that were admitted", async () => {
    const rows = await stack.database.query<{ member_id: bigint; roles: number }>(
      "SELECT member_id, roles FROM projected.member ORDER BY member_id",
    );
    expect(rows).to.have.length(Object.keys(stack.who).length);
    expect(rows[0]).to.deep.equal({ member_id: 1n, roles: 1 << 11 });
  });

  it("has each certificate's value, tier, holder and flags as the chain has them", async () => {
    const rows = await stack.database.query<{
      certificate_id: bigint;
      value_minor: bigint;
      held_minor: bigint;
      tier: number;
      holder: bigint;
      frozen: boolean;
    }>("SELECT * FROM projected.certificate ORDER BY certificate_id");
    expect(rows.map(({ value_minor }) => value_minor)).to.deep.equal([
      500_000n,
      300_000n,
      150_000n,
      50_000n,
    ]);
    for (const row of rows) {
      const certificates = stack.contracts.creditCertificates;
      const { link } = await certificates.positionOf(row.certificate_id);
      expect(row.value_minor).to.equal(link.value);
      expect(row.held_minor).to.equal(link.held);
      expect(row.holder).to.equal(link.owner);
      expect(BigInt(row.tier)).to.equal(link.tier);
      expect(row.frozen).to.equal((link.flags & 1n) === 1n);
    }
  });

  it("adds the receivable's live value up and counts what its obligor has open", async () => {
    const [receivable] = await stack.database.query(
      "SELECT state, open_minor, live_minor FROM projected.receivable WHERE receivable_id = 1",
    );
    expect(receivable).to.deep.equal({
      state: "accepted",
      open_minor: 1_000_000n,
      live_minor: 1_000_000n,
    });
    const [limit] = await stack.database.query(
      "SELECT in_use_minor FROM projected.obligor_limit WHERE obligor = $1 AND currency = 'CNY'",
      [stack.who.obligor.id],
    );
    expect(limit).to.deep.equal({ in_use_minor: 1_000_000n });
  });

  it("is rebuilt equal from the chain alone", async () => {
    const { checkpoint: _, ...rebuilt } = await rebuiltTables(stack);
    const { checkpoint: __, ...projected } = await projectedTables(stack.database);
    expect(rebuilt).to.deep.equal(projected);
    expect(Object.values(rebuilt).flat().length).to.be.above(50);
  });

  it("says a refusal with the names of members and the receivable's currency", async () => {
    const { contracts, gateway, database } = stack;
    const { creditCertificates: certificates } = contracts;
    const abi = certificates.interface;
    const data = abi.encodeErrorResult("SplitTokenExceedsFree", [(1n << 32n) | 1n, 5n, 70n]);
    const error = await ledgerFeatures.decodeError(data, "creditCertificates", database);
    expect(error?.code).to.equal("SplitTokenExceedsFree");
    expect(error?.message).to.contain("0.70 CNY");
    const goods = await ledgerFeatures.decodeError(data, "warehouseReceipts", database);
    expect(goods?.message).to.contain("receipt").and.not.contain("CNY");
    expect(gateway.services.ledger.contracts).to.have.length.above(9);
  });
});
