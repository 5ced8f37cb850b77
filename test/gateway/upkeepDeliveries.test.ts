import { expect } from "chai";
import { id } from "ethers";
import type { Answer } from "./helpers/client.ts";
import { quoted } from "./helpers/financing.ts";
import { freezes } from "./helpers/freezes.ts";
import type { CastName } from "./helpers/ledgerCast.ts";
import { type LedgerGateway, ledgerGateway } from "./helpers/ledgerGateway.ts";
import { agreedEarlyPayment, attest } from "./helpers/payments.ts";
import { pledges } from "./helpers/pledges.ts";
import { issueTrade } from "./helpers/trade.ts";
import { upkeepScene } from "./helpers/upkeepScene.ts";

const DAY = 86_400;

describe("Upkeep of what was paid while it could not move", function () {
  this.timeout(120_000);
  let stack: LedgerGateway;
  let upkeep: ReturnType<typeof upkeepScene>;
  let freeze: ReturnType<typeof freezes>;
  before(async () => {
    stack = await ledgerGateway();
    upkeep = upkeepScene(stack);
    freeze = freezes(stack);
  });
  after(() => stack.close());

  const done = ({ status, body }: Answer): Record<string, unknown> => {
    if (status >= 300) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
    return body;
  };
  const read = async (path: string, as: CastName = "auditor") =>
    done(await stack.as(as).get(`/v1/${path}`));
  /** What one round does; nothing must be left for the next. */
  const roundDoes = async (): Promise<string[]> => {
    const before = (await upkeep.done()).length;
    await upkeep.round();
    const made = (await upkeep.done()).slice(before);
    await upkeep.round();
    expect((await upkeep.done()).length, "nothing is left").to.equal(before + made.length);
    return made;
  };
  const dueTomorrow = async () => {
    const dueDate = await stack.dayIn(1);
    return issueTrade(stack, { dueDate, contractDueDate: dueDate });
  };
  const paid = async (receivable: number, amountMinor = "1000000") => {
    const asked = {
      amountMinor,
      bank: stack.who.bank.id,
      expiresAt: await stack.instantIn(5 * DAY),
    };
    const path = `/v1/receivables/${receivable}/settlements`;
    const { instruction } = done(await stack.as("obligor").post(path, asked));
    done(await attest(stack, instruction));
  };

  it("settles a waiting leg once the certificate is released, and not before", async () => {
    const { receivable, certificate } = await dueTomorrow();
    await stack.pass(DAY);
    await freeze.freeze(certificate);
    await paid(receivable);
    expect(await roundDoes()).to.deep.equal(["settle-batch"]);
    expect((await read(`receivables/${receivable}`))["state"]).to.equal("accepted");
    await freeze.release(certificate);
    expect(await roundDoes()).to.deep.equal(["settle-waiting"]);
    const settled = await read(`receivables/${receivable}`);
    expect(settled).to.deep.include({ state: "discharged", settledMinor: "1000000" });
  });

  it("finds nothing to do where the ledger clears a mark, because the payment only waits", async () => {
    const { receivable, certificate } = await dueTomorrow();
    await stack.pass(8 * DAY);
    expect(await roundDoes()).to.deep.equal(["mark-overdue"]);
    const overdue = async () => (await read(`receivables/${receivable}`))["overdueSince"];
    expect(await overdue()).to.not.equal(null);
    await freeze.freeze(certificate);
    await paid(receivable);
    expect(await overdue()).to.equal(null);
    expect(await roundDoes()).to.deep.equal(["settle-batch"]);
    await freeze.release(certificate);
    expect(await roundDoes()).to.deep.equal(["settle-waiting"]);
  });

  it("finds nothing to do where the ledger clears a mark, because a bill took its place", async () => {
    const { receivable, certificate } = await dueTomorrow();
    await stack.pass(8 * DAY);
    expect(await roundDoes()).to.deep.equal(["mark-overdue"]);
    expect((await read(`receivables/${receivable}`))["overdueSince"]).to.not.equal(null);
    const asked = { certificate, valueMinor: "1000000", billNumber: "B 77", from: "0" };
    const { proposal } = done(
      await stack.as("obligor").post("/v1/retirements/proposals", { ...asked, to: "1000000" }),
    );
    done(await stack.as("tierOne").post(`/v1/retirements/proposals/${proposal}/agreement`, {}));
    expect((await read(`receivables/${receivable}`))["overdueSince"]).to.equal(null);
    expect(await roundDoes()).to.deep.equal([]);
  });

  it("delivers a financing", async () => {
    const { certificate } = await issueTrade(stack);
    const quote = done(await quoted(stack, certificate));
    const path = `/v1/quotes/${quote["quote"]}/acceptance`;
    const { financing } = done(await stack.as("tierOne").post(path, {}));
    const registered = done(
      await stack.as("financierA").post(`/v1/financings/${financing}/registration`, {
        registryNumber: "ZD-2026-0077",
        registeredAt: await stack.instantIn(0),
      }),
    );
    await freeze.freeze(certificate);
    done(await attest(stack, registered["instruction"]));
    expect((await read(`financings/${financing}`))["state"]).to.equal("waiting");
    expect(await roundDoes()).to.deep.equal([]);
    await freeze.release(certificate);
    expect(await roundDoes()).to.deep.equal(["deliver-financing"]);
    expect((await read(`financings/${financing}`))["state"]).to.equal("delivered");
  });

  it("delivers an early payment", async () => {
    const { receivable, certificate } = await issueTrade(stack);
    const { earlyPayment, instruction } = done(await agreedEarlyPayment(stack, certificate));
    await freeze.freeze(certificate);
    done(await attest(stack, instruction));
    expect((await read(`early-payments/${earlyPayment}`))["state"]).to.equal("waits");
    expect(await roundDoes()).to.deep.equal([]);
    await freeze.release(certificate);
    expect(await roundDoes()).to.deep.equal(["deliver-early-payment"]);
    expect((await read(`receivables/${receivable}`))["state"]).to.equal("discharged");
  });

  it("delivers what a lien's buyer paid for", async () => {
    const lien = pledges(stack);
    const { lien: own, token } = await lien.defaulted();
    const order = {
      value: "400000",
      claimMinor: "400000",
      currency: "CNY",
      documentDigest: id("judgment 77"),
      buyer: stack.who.tierTwo.id,
      priceMinor: "390000",
      bank: stack.who.bank.id,
      expiresAt: await stack.instantIn(DAY),
    };
    done(await lien.post("legal", own, "enforcement-proposals", order));
    const sold = done(await lien.post("secondLegal", own, "enforcement-confirmations", order));
    const { instruction } = sold["sale"] as { instruction: string };
    await freeze.freeze(token);
    done(await attest(stack, instruction));
    expect((await read(`liens/${own}`))["state"]).to.equal("paid");
    expect(await roundDoes()).to.deep.equal([]);
    await freeze.release(token);
    expect(await roundDoes()).to.deep.equal(["deliver-lien"]);
    expect(await read(`liens/${own}`)).to.deep.include({ state: "ended", ending: "enforced" });
  });
});
