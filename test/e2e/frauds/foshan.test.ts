import { pickUpTypedData, randomNonce, receipts, signTypedMessage } from "@tallystick/sdk";
import { expect } from "chai";
import { id } from "ethers";
import type { Answer } from "../../gateway/helpers/client.ts";
import { signStock } from "../../gateway/helpers/signStock.ts";
import { type FraudStage, fraudStage } from "./fraudStage.ts";
import { pledging } from "./pledging.ts";

const day = 86_400;
const gate = id("gate-out note");

/**
 * In May 2022 several traders stood before the gates of warehouses in Foshan and claimed the same aluminium. The firm's owners had
 * changed in March, its staff was said to have let goods out, and what was left was seized.
 */
describe("Foshan 2022: the warehouse has new owners, and the aluminium is gone", function () {
  this.timeout(120_000);
  let stage: FraudStage;
  let location: unknown;
  let lot: number;
  let receipt: string;
  let pledges: ReturnType<typeof pledging>;
  let lien: bigint;
  before(async () => {
    stage = await fraudStage(["custodian", "tierOne", "financierA"]);
    pledges = pledging(stage);
    await stage.done(stage.stock.admission("custodian"));
    ({ location, lot, receipt } = await stage.stock.issued("4200", "4125"));
    const pledged = { receipt, amount: 3_000n, to: "financierA" } as const;
    lien = await pledges.pledge(stage.own("tierOne"), pledged);
    await pledges.accept(stage.own("financierA"), lien);
    await pledges.countersign(stage.own("custodian"), lien);
  });
  after(() => stage.close());

  const lotOf = () => stage.done(stage.as("custodian").get(`/v1/lots/${lot}`));
  const post = (as: "custodian" | "tierOne" | "tierTwo", verb: string, body: unknown) =>
    stage.as(as).post(`/v1/receipts/${receipt}/${verb}`, body);
  const ordered = async (quantity: string, goods = quantity, hold = "0"): Promise<unknown> =>
    (await stage.done(post("tierOne", "pick-up-orders", { quantity, goods, gate, hold })))["order"];
  const letOut = async (order: unknown): Promise<Answer> =>
    post("custodian", "pick-ups", { order });

  it("In March the firm's owners change; the registrar records it", async () => {
    const path = `/v1/custodians/${stage.who.custodian.id}/ownership-changes`;
    const evidence = id("extract of the register, March 2022");
    const changed = await stage.done(stage.as("registrar").post(path, { evidence }));
    expect(changed).to.deep.include({ isAdmitted: false });
    expect((await lotOf())["obstacles"]).to.deep.equal(["not-admitted"]);
  });

  it("The new owners take in goods: no receipt, no lot and no hall before they are admitted again", async () => {
    const refusal = [
      403,
      "WarehousesNotAdmitted",
      "Qiandao Harbour Storage has other owners since it was admitted.",
    ];
    expect(await stage.refused(() => stage.stock.receipt(lot, "75"))).to.deep.equal(refusal);
    expect(await stage.refused(() => stage.stock.lot(location))).to.deep.equal(refusal);
    expect(await stage.refused(() => stage.stock.location())).to.deep.equal(refusal);
    const more = { receipt, amount: 100n, to: "financierA" } as const;
    const second = await pledges.pledge(stage.own("tierOne"), more);
    const accept = () => pledges.accept(stage.own("financierA"), second);
    expect(await stage.refusedByLedger(accept)).to.deep.equal(refusal.slice(1));
    await pledges.withdraw(stage.own("tierOne"), second);
  });

  it("What the firm owes goes on: the holder still fetches its goods", async () => {
    const out = await stage.done(letOut(await ordered("125")));
    expect(out).to.deep.include({ quantity: "4000" });
  });

  it("Staff lets goods out on its own word", async () => {
    const byStaff = { quantity: "1000", goods: "1000", gate };
    expect(await stage.refused(() => post("custodian", "pick-up-orders", byStaff))).to.deep.equal([
      403,
      "not-permitted",
      `Only the holder of receipt ${receipt} orders this.`,
    ]);
  });

  it("Staff signs in the holder's name, with the warehouse's key", async () => {
    const { wallet } = stage.who.custodian;
    const deadline = (await stage.now()) + day;
    const pickUp = {
      receipt: BigInt(receipt),
      quantity: 1_000n,
      goods: 1_000n,
      hold: 0n,
      gate,
      nonce: randomNonce(),
    };
    const data = pickUpTypedData(stage.deployment, { pickUp, deadline, epoch: 1 });
    const holder = await signTypedMessage(wallet, data);
    expect(
      await stage.refusedByLedger(() =>
        receipts.pickUp(stage.own("custodian"), { pickUp, holder }),
      ),
    ).to.deep.equal([
      "MembersNotAccountOf",
      `Account ${wallet.address} does not act for Lianyun Bearings.`,
    ]);
    const named = { ...holder, account: stage.who.tierOne.wallet.address };
    expect(
      await stage.refusedByLedger(() =>
        receipts.pickUp(stage.own("custodian"), { pickUp, holder: named }),
      ),
    ).to.deep.equal([
      "MembersSignatureInvalid",
      `The signature is not one of account ${named.account} of Lianyun Bearings, or other terms were signed.`,
    ]);
  });

  it("Staff uses the holder's order twice, or for more than it says", async () => {
    const order = await ordered("500");
    await stage.done(letOut(order));
    const [status, code] = await stage.refused(() => letOut(order));
    expect([status, code]).to.deep.equal([409, "ReceiptsNonceUsed"]);
    const { wallet } = stage.who.tierOne;
    const deadline = (await stage.now()) + day;
    const terms = { quantity: 100n, goods: 100n, hold: 0n, gate, nonce: 7n, deadline, epoch: 1n };
    const message = { token: BigInt(receipt), ...terms };
    const signature = await signStock.sign(stage, "PickUp", wallet, message);
    const signed = {
      account: wallet.address,
      deadline: new Date(deadline * 1_000).toISOString(),
      epoch: 1,
      signature,
      nonce: "7",
    };
    const altered = [
      403,
      "MembersSignatureInvalid",
      `The signature is not one of account ${wallet.address} of Lianyun Bearings, or other terms were signed.`,
    ];
    const changed = { order: { quantity: "1000", goods: "1000", gate }, signed };
    expect(await stage.refused(() => post("custodian", "pick-ups", changed))).to.deep.equal(
      altered,
    );
    const heavier = { order: { quantity: "100", goods: "1000", gate }, signed };
    expect(await stage.refused(() => post("custodian", "pick-ups", heavier))).to.deep.equal(
      altered,
    );
  });

  it("Holder and staff agree to let pledged goods out behind the bank's back", async () => {
    const hold = pledges.holdOf(lien);
    expect(await stage.refused(async () => letOut(await ordered("1000")))).to.deep.equal([
      409,
      "SplitTokenExceedsFree",
      `500 of receipt ${receipt} is free, this asks for 1,000.`,
    ]);
    const pledged = async () => letOut(await ordered("1000", "1000", hold));
    expect(await stage.refused(pledged)).to.deep.equal([
      409,
      "ReceiptsNotApproved",
      "0 of hold 1 is approved for pick-up, this asks for 1000.",
    ]);
  });

  it("The bank, paid down, approves 500, and 501 leave", async () => {
    const hold = pledges.holdOf(lien);
    await pledges.approvePickUp(stage.own("financierA"), lien, 500n);
    const more = async () => letOut(await ordered("501", "501", hold));
    expect(await stage.refused(more)).to.deep.equal([
      409,
      "ReceiptsNotApproved",
      "500 of hold 1 is approved for pick-up, this asks for 501.",
    ]);
    await stage.done(letOut(await ordered("500", "500", hold)));
    const again = async () => letOut(await ordered("1", "1", hold));
    expect(await stage.refused(again)).to.deep.equal([
      409,
      "ReceiptsNotApproved",
      "0 of hold 1 is approved for pick-up, this asks for 1.",
    ]);
  });

  it("More goods leave than the order's quantity covers", async () => {
    const order = await ordered("100", "1000");
    expect(await stage.refused(() => letOut(order))).to.deep.equal([
      409,
      "WarehousesGateOut",
      "1000 would leave lot 1, where 99 to 100 may for that quantity.",
    ]);
  });

  it("A second claimant stands before the gate with a claim of its own", async () => {
    expect(
      await stage.refused(() =>
        post("tierTwo", "pick-up-orders", { quantity: "1000", goods: "1000", gate }),
      ),
    ).to.deep.equal([403, "not-permitted", `Only the holder of receipt ${receipt} orders this.`]);
    const { holdings } = await lotOf();
    expect(holdings).to.have.length(1);
    expect(holdings).to.have.nested.property("[0].holder.memberId", stage.who.tierOne.id);
    expect(holdings).to.have.nested.property("[0].quantity", "3000");
  });

  it("Nobody counts any more: a day later nothing new stands on the goods, after three nothing leaves", async () => {
    await stage.pass(day + 60);
    expect((await lotOf())["obstacles"]).to.include.members(["stale", "not-admitted"]);
    await stage.pass(2 * day);
    const order = await ordered("500");
    expect(await stage.refused(() => letOut(order))).to.deep.equal([
      409,
      "WarehousesNoControl",
      "Evidence of control over lot 1 is frozen.",
    ]);
  });

  it("The count that ends the silence shows the shortage, whom it reaches, and how much is left", async () => {
    const counted = await stage.done(stage.stock.count(lot, "700"));
    expect(counted).to.deep.include({ isShort: true, live: "3000", measured: "700" });
    const own = await stage.done(stage.as("tierOne").get(`/v1/receipts/${receipt}`));
    expect(own["stock"]).to.deep.include({ isShort: true, measured: "700" });
    const { shortLots } = await stage.done(
      stage.as("financierA").get(`/v1/custodians/${stage.who.custodian.id}`),
    );
    expect(shortLots).to.equal(1);
  });

  it("Who comes first takes nothing from the others: of a short lot goods leave in proportion", async () => {
    expect(await stage.refused(async () => letOut(await ordered("500")))).to.deep.equal([
      409,
      "WarehousesGateOut",
      "500 would leave lot 1, where 0 to 116 may for that quantity.",
    ]);
    const out = await stage.done(letOut(await ordered("500", "116")));
    expect(out).to.deep.include({ quantity: "2500" });
    expect(await lotOf()).to.deep.include({ live: "2500", measured: "584", isShort: true });
  });

  it("Admitted again on new evidence, the firm still may give no receipt over what isn't there", async () => {
    const again = await stage.done(stage.stock.admission("custodian"));
    expect(again).to.deep.include({ isAdmitted: true, ownershipChange: null });
    expect(await stage.refused(() => stage.stock.receipt(lot, "1"))).to.deep.equal([
      409,
      "WarehousesShort",
      "Lot 1 is short: receipts over 2500, goods of 584.",
    ]);
  });
});
