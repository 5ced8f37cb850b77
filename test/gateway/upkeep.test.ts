import { offers } from "@tallystick/sdk";
import { expect } from "chai";
import { id } from "ethers";
import type { GatewayServices } from "../../gateway/gatewayServices.ts";
import { createRequestLog } from "../../gateway/idempotency/createRequestLog.ts";
import type { RequestLog } from "../../gateway/idempotency/requestLog.ts";
import { actByItself } from "../../gateway/upkeep/actByItself.ts";
import { createUpkeep } from "../../gateway/upkeep/createUpkeep.ts";
import { upkeepDuties } from "../../gateway/upkeep/upkeepDuties.ts";
import { upkeepMember } from "../../gateway/upkeep/upkeepMember.ts";
import { UpkeepRound } from "../../gateway/upkeep/upkeepRound.ts";
import type { Answer } from "./helpers/client.ts";
import { quoted } from "./helpers/financing.ts";
import { type LedgerGateway, ledgerGateway } from "./helpers/ledgerGateway.ts";
import { agreedEarlyPayment, attest } from "./helpers/payments.ts";
import { pledges } from "./helpers/pledges.ts";
import { store } from "./helpers/store.ts";
import { issueTrade, tradeTerms } from "./helpers/trade.ts";

const DAY = 86_400;

describe("Upkeep", function () {
  this.timeout(240_000);
  let stack: LedgerGateway;
  before(async () => {
    stack = await ledgerGateway();
  });
  after(() => stack.close());

  const done = ({ status, body }: Answer): Record<string, unknown> => {
    if (status >= 300) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
    return body;
  };
  const roundOf = (services: GatewayServices, requestLog?: RequestLog) =>
    new UpkeepRound({
      services,
      requestLog: requestLog ?? createRequestLog(services.database),
      duties: upkeepDuties,
      isStopping: () => false,
    });
  const upkeep = async () => {
    await synced();
    await roundOf(stack.gateway.services).run();
  };
  /** The head watcher polls; a round must not see an older head than the test. */
  const synced = async () => {
    const { head, projector } = stack.gateway.services;
    const block = Number(await stack.chain.rpc.send("eth_blockNumber", []));
    while ((head.latest()?.number ?? 0) < block) {
      head.poke();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await projector.waitForBlock(block);
  };
  const offer = async (certificate: string, seconds: number) =>
    done(
      await stack.as("tierOne").post(`/v1/certificates/${certificate}/offers`, {
        to: stack.who.tierTwo.id,
        valueMinor: "100000",
        expiresAt: await stack.instantIn(seconds),
        tradeReference: id("trade"),
      }),
    )["offer"];
  const stateOf = async (path: string, member: "tierOne" | "financierA" | "obligor" = "tierOne") =>
    (await stack.as(member).get(path)).body["state"];
  const countOf = async (name: string) => {
    const [row] = await stack.database.query<{ count: bigint }>(
      "SELECT count(*) AS count FROM projected.event WHERE name = $1",
      [name],
    );
    return Number(row?.count ?? 0);
  };
  const settledOf = async (receivable: number) => {
    const instructed = done(
      await stack.as("obligor").post(`/v1/receivables/${receivable}/settlements`, {
        amountMinor: "1000000",
        bank: stack.who.bank.id,
        expiresAt: await stack.instantIn(5 * DAY),
      }),
    );
    done(await attest(stack, instructed["instruction"]));
  };

  it("expires an offer one second after its expiry, and not in that second", async () => {
    const { certificate } = await issueTrade(stack);
    const made = await offer(certificate, 3_600);
    const read = await stack.as("tierOne").get(`/v1/offers/${made}`);
    const expiresAt = Date.parse(String(read.body["expiresAt"])) / 1000;
    await stack.chain.rpc.send("evm_setNextBlockTimestamp", [expiresAt]);
    await stack.chain.rpc.send("evm_mine", []);
    await upkeep();
    expect(await stateOf(`/v1/offers/${made}`)).to.equal("open");
    await stack.chain.rpc.send("evm_setNextBlockTimestamp", [expiresAt + 1]);
    await stack.chain.rpc.send("evm_mine", []);
    await upkeep();
    expect(await stateOf(`/v1/offers/${made}`)).to.equal("expired");
  });

  it("expires every kind of thing that waits for somebody", async () => {
    const warehouse = store(stack);
    await warehouse.admission();
    const { receipt } = await warehouse.issued();
    const receiptOffer = done(
      await stack.as("tierOne").post(`/v1/receipts/${receipt}/offers`, {
        to: stack.who.tierTwo.id,
        quantity: "1000",
        expiresAt: await stack.instantIn(3_600),
        tradeReference: id("sale of goods"),
      }),
    )["receiptOffer"];
    const unaccepted = Number(
      done(await stack.as("tierOne").post("/v1/receivables", await tradeTerms(stack)))[
        "receivable"
      ],
    );
    const acceptBy = await stack.instantIn(3_600);
    done(
      await stack.as("obligor").post(`/v1/receivables/${unaccepted}/confirmation`, { acceptBy }),
    );
    const { certificate: quotedOn } = await issueTrade(stack);
    const registerBy = await stack.instantIn(7_200);
    const quote = done(await quoted(stack, quotedOn, { registerBy }));
    const financing = done(
      await stack.as("tierOne").post(`/v1/quotes/${quote["quote"]}/acceptance`, {}),
    );
    const { certificate: paidEarly } = await issueTrade(stack);
    const early = done(await agreedEarlyPayment(stack, paidEarly));
    const { certificate: pledged } = await issueTrade(stack);
    const lien = done(
      await pledges(stack).pledge({ token: pledged, expiresAt: await stack.instantIn(3_600) }),
    );
    const states = async () => [
      await stateOf(`/v1/receipt-offers/${receiptOffer}`),
      await stateOf(`/v1/receivables/${unaccepted}`),
      await stateOf(`/v1/financings/${financing["financing"]}`),
      await stateOf(`/v1/payment-instructions/${early["instruction"]}`),
      await stateOf(`/v1/liens/${lien["lien"]}`),
    ];
    await upkeep();
    expect(await states()).to.deep.equal(["open", "confirmed", "accepted", "issued", "proposed"]);
    await stack.pass(DAY + 1);
    await upkeep();
    expect(await states()).to.deep.equal(["expired", "expired", "failed", "expired", "ended"]);
  });

  it("expires open offers of what circulates no more", async () => {
    const dates = { dueDate: await stack.dayIn(1), contractDueDate: await stack.dayIn(1) };
    const { certificate } = await issueTrade(stack, dates, { obligor: "otherObligor" });
    const made = await offer(certificate, 20 * DAY);
    await stack.pass(DAY);
    await upkeep();
    expect(await stateOf(`/v1/offers/${made}`)).to.equal("open");
    await stack.pass(DAY);
    await upkeep();
    expect(await stateOf(`/v1/offers/${made}`)).to.equal("expired");
  });

  it("drives a settlement run, and marks what stays unpaid overdue after its days of grace", async () => {
    const dates = { dueDate: await stack.dayIn(1), contractDueDate: await stack.dayIn(1) };
    const paid = await issueTrade(stack, dates);
    const unpaid = await issueTrade(stack, dates);
    await stack.pass(DAY);
    await settledOf(paid.receivable);
    await upkeep();
    expect(await stateOf(`/v1/receivables/${paid.receivable}`)).to.equal("discharged");
    const overdue = async () =>
      (await stack.as("obligor").get(`/v1/receivables/${unpaid.receivable}`)).body["overdueSince"];
    const { graceDays } = await stack.contracts.rules
      .versionOf(1)
      .then(([version]) => ({ graceDays: Number(version.graceDays) }));
    await stack.pass(graceDays * DAY);
    await upkeep();
    expect(await overdue(), "the last day of grace").to.equal(null);
    await stack.pass(DAY);
    await upkeep();
    expect(await overdue()).to.not.equal(null);
    await settledOf(unpaid.receivable);
    await upkeep();
    expect(await overdue()).to.equal(null);
    expect(await stateOf(`/v1/receivables/${unpaid.receivable}`)).to.equal("discharged");
  });

  it("makes one transaction when several gateways find the same thing due", async () => {
    const { certificate } = await issueTrade(stack);
    const made: unknown[] = [];
    for (let count = 0; count < 6; count++) made.push(await offer(certificate, 3_600));
    await stack.pass(3_601);
    const before = await countOf("OfferExpired");
    await synced();
    const services = stack.gateway.services;
    await Promise.all([1, 2, 3].map(() => roundOf(services).run()));
    expect(await countOf("OfferExpired")).to.equal(before + 6);
    const sent = await stack.database.query<{ state: string }>(
      "SELECT state FROM local.outbox WHERE route = 'upkeep expire-offer' AND idempotency_key = ANY($1::text[])",
      [made.map(String)],
    );
    expect(sent.map(({ state }) => state)).to.deep.equal(Array(6).fill("included"));
  });

  it("takes up what a killed gateway began, and repeats nothing", async () => {
    const { certificate } = await issueTrade(stack);
    const made = await offer(certificate, 3_600);
    await stack.pass(3_601);
    await synced();
    const requestLog = createRequestLog(stack.database);
    const killed: RequestLog = {
      find: (request) => requestLog.find(request),
      answer: () => Promise.reject(new Error("killed")),
      release: (request) => requestLog.release(request),
    };
    const outcome = await roundOf(stack.gateway.services, killed)
      .run()
      .catch((error) => error);
    expect(outcome).to.be.an("error").with.property("message", "killed");
    const before = await countOf("OfferExpired");
    // The next gateway has not projected the block yet, so it finds the offer due once more.
    const identity = await upkeepMember(stack.gateway.services);
    if (identity === undefined) throw new Error("nobody acts");
    const taken = await actByItself(stack.gateway.services, requestLog, {
      identity,
      route: "upkeep expire-offer",
      occasion: String(made),
      write: (ledger, ref) => offers.expire(ledger, { offer: BigInt(String(made)), ref }),
    });
    const rows = await stack.database.query<{ transaction_hash: string }>(
      "SELECT transaction_hash FROM local.outbox WHERE route = 'upkeep expire-offer' AND idempotency_key = $1",
      [String(made)],
    );
    expect(rows).to.deep.equal([{ transaction_hash: taken.transactionHash }]);
    await upkeep();
    expect(await countOf("OfferExpired")).to.equal(before);
  });

  it("leaves alone what the ledger refuses, longer each time, and says why once", async () => {
    const lines: unknown[] = [];
    let clock = 0;
    const services = {
      ...stack.gateway.services,
      logger: {
        ...stack.gateway.services.logger,
        info: () => {},
        warn: (line: unknown) => lines.push(line),
      },
    } as unknown as GatewayServices;
    const { certificate } = await issueTrade(stack);
    const made = await offer(certificate, 30 * DAY);
    const asked: string[] = [];
    const round = new UpkeepRound({
      services,
      requestLog: createRequestLog(stack.database),
      isStopping: () => false,
      now: () => clock,
      duties: upkeepDuties
        .filter(({ verb }) => verb === "expire-offer")
        .map((duty) => ({
          ...duty,
          sql: `SELECT '${made}' AS subject, '' AS occasion, $1::timestamptz AS due_at`,
          write: (ledger, subject, ref) => {
            asked.push(subject);
            return duty.write(ledger, subject, ref);
          },
        })),
    });
    for (const seconds of [0, 9, 1, 19, 1, 39, 1]) {
      clock += seconds * 1000;
      await round.run();
    }
    expect(asked, "asked at 0, 10, 30 and 70 seconds").to.have.length(4);
    expect(lines).to.have.length(1);
    expect(lines[0]).to.deep.include({ verb: "expire-offer", code: "SplitTokenNotExpired" });
  });

  it("works by itself, until it is switched off", async () => {
    const services = stack.gateway.services;
    expect(createUpkeep(services), "off in tests").to.deep.equal([]);
    const config = { ...services.config, upkeep: true, upkeepSeconds: 1 };
    const [worker] = createUpkeep({ ...services, config });
    const { certificate } = await issueTrade(stack);
    const made = await offer(certificate, 3_600);
    await stack.pass(3_601);
    worker?.start();
    const deadline = Date.now() + 15_000;
    while ((await stateOf(`/v1/offers/${made}`)) !== "expired" && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await worker?.stop();
    expect(await stateOf(`/v1/offers/${made}`)).to.equal("expired");
  });
});
