import { expect } from "chai";
import type { Answer } from "../helpers/client.ts";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";

const days = 86_400;

describe("Rules and limits over HTTP", function () {
  this.timeout(120_000);
  let stack: LedgerGateway;
  before(async () => {
    stack = await ledgerGateway();
  });
  after(() => stack.close());

  const refusal = ({ status, body }: Answer) => [status, body["code"]];
  const rules = {
    softTenorDays: 183,
    hardTenorDays: 365,
    smallCreditorDays: 60,
    graceDays: 3,
    lateBasisPointsPerDay: 5,
    maxTier: 8,
    warnTier: 6,
    maxSplits: 5_000,
    warnSplits: 1_000,
    minLotMinor: "100",
  };

  it("are announced by the governance account, carried out after 7 days, in force later", async () => {
    const effectiveFrom = await stack.instantIn(9 * days);
    const announced = await stack.as("operator").post("/v1/rules", { ...rules, effectiveFrom });
    expect(announced.status).to.equal(201);
    expect(announced.body).to.deep.include({ state: "scheduled" });
    expect(announced.body["rules"]).to.deep.include({ maxTier: 8, minLotMinor: "100" });
    const path = `/v1/rules/${announced.body["operation"]}/execution`;
    const early = await stack.as("operator").post(path, {});
    expect(refusal(early)).to.deep.equal([409, "AccessManagerNotReady"]);
    await stack.pass(7 * days + 60);
    const done = await stack.as("operator").post(path, {});
    expect(done.body["state"]).to.equal("executed");
    const waiting = await stack.as("tierOne").get("/v1/rules");
    expect(waiting.body["current"]).to.deep.include({ version: 1, graceDays: 5 });
    expect(waiting.body["scheduled"]).to.have.nested.property("[0].graceDays", 3);
    expect(waiting.body["announced"]).to.deep.equal([]);
    await stack.pass(2 * days);
    const now = await stack.as("tierOne").get("/v1/rules");
    expect(now.body["current"]).to.deep.include({ version: 2, graceDays: 3 });
    expect(now.body["history"]).to.have.length(1);
  });

  it("are not announced by an operator whose account does not govern, as a sentence says", async () => {
    const effectiveFrom = await stack.instantIn(9 * days);
    const other = await stack.as("secondOperator").post("/v1/rules", { ...rules, effectiveFrom });
    expect(refusal(other)).to.deep.equal([403, "not-permitted"]);
    expect(other.body["detail"]).to.contain("does not govern the parameters");
    const supplier = await stack.as("tierOne").post("/v1/rules", { ...rules, effectiveFrom });
    expect(refusal(supplier)).to.deep.equal([403, "not-permitted"]);
    const unknown = `/v1/rules/0x${"12".repeat(32)}/execution`;
    expect(refusal(await stack.as("operator").post(unknown, {}))).to.deep.equal([404, "not-found"]);
  });

  it("let an obligor set its limit under the operator's ceiling", async () => {
    const ceiling = `/v1/members/${stack.who.obligor.id}/ceilings/EUR`;
    const allowed = await stack.write("operator", "PUT", ceiling, { ceilingMinor: "5000" });
    expect(allowed.body).to.deep.include({ ceilingMinor: "5000", limitMinor: "0", freeMinor: "0" });
    const above = await stack.write("obligor", "PUT", "/v1/limits/EUR", { limitMinor: "5001" });
    expect(refusal(above)).to.deep.equal([409, "ReceivablesLimitAboveCeiling"]);
    const set = await stack.write("obligor", "PUT", "/v1/limits/EUR", { limitMinor: "4000" });
    expect(set.body).to.deep.include({ limitMinor: "4000", inUseMinor: "0", freeMinor: "4000" });
    const own = await stack.as("obligor").get("/v1/limits");
    expect((own.body["items"] as unknown[]).length).to.equal(2);
    const all = await stack.as("auditor").get("/v1/limits");
    expect((all.body["items"] as unknown[]).length).to.equal(3);
    const nosy = await stack.as("tierOne").get("/v1/limits");
    expect(refusal(nosy)).to.deep.equal([403, "not-permitted"]);
    const other = await stack.write("tierOne", "PUT", "/v1/limits/EUR", { limitMinor: "1" });
    expect(refusal(other)).to.deep.equal([403, "not-permitted"]);
  });
});
