import { expect } from "chai";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";
import { issueTrade } from "../helpers/trade.ts";

describe("Retirement to bills over HTTP", function () {
  this.timeout(120_000);
  let stack: LedgerGateway;
  before(async () => {
    stack = await ledgerGateway();
  });
  after(() => stack.close());

  const propose = (certificate: string, changes: object = {}) =>
    stack.as("obligor").post("/v1/retirements/proposals", {
      certificate,
      valueMinor: "400000",
      billNumber: "2 3131-0000 7",
      from: "0",
      to: "400000",
      ...changes,
    });
  const agree = (proposal: unknown) =>
    stack.as("tierOne").post(`/v1/retirements/proposals/${proposal}/agreement`, {});

  it("ends a part of the value, and the bill's range is used up for ever", async () => {
    const { certificate, receivable } = await issueTrade(stack);
    const proposed = await propose(certificate);
    expect(proposed.status, JSON.stringify(proposed.body)).to.equal(201);
    const inbox = await stack.as("tierOne").get("/v1/retirements/proposals?direction=in");
    expect(inbox.body).to.have.deep.nested.property("items[0].billNumber", "2 3131-0000 7");
    const agreed = await agree(proposed.body["proposal"]);
    expect(agreed.status, JSON.stringify(agreed.body)).to.equal(201);
    expect(agreed.body["status"]).to.equal("agreed");
    const { body } = await stack.as("obligor").get(`/v1/receivables/${receivable}`);
    expect(body).to.deep.include({ liveMinor: "600000", retiredMinor: "400000" });
    const list = await stack.as("tierOne").get("/v1/retirements");
    expect(list.body).to.have.deep.nested.include({
      "items[0].billNumber": "2 3131-0000 7",
      "items[0].valueMinor": "400000",
      "items[0].to": "400000",
    });
    const overlapping = await propose(certificate, {
      from: "399999",
      to: "400000",
      valueMinor: "1",
    });
    const taken = await agree(overlapping.body["proposal"]);
    expect(taken.body["code"]).to.equal("ClaimsRangeTaken");
    const spelled = { billNumber: "2313100007", from: "400000", to: "400010", valueMinor: "10" };
    const next = await propose(certificate, spelled);
    expect((await agree(next.body["proposal"])).status).to.equal(201);
  });

  it("refuses a range of another length, another's certificate and a second agreement", async () => {
    const { certificate } = await issueTrade(stack);
    const bill = { billNumber: "B 900", valueMinor: "10" };
    const short = await propose(certificate, { ...bill, from: "0", to: "9" });
    expect((await agree(short.body["proposal"])).body["code"]).to.equal(
      "EarlyPaymentsRangeDiffers",
    );
    const asked = { certificate, ...bill, from: "0", to: "10" };
    const stranger = await stack.as("tierTwo").post("/v1/retirements/proposals", asked);
    expect(stranger.status).to.equal(403);
    const good = await propose(certificate, { ...bill, from: "0", to: "10" });
    const path = `/v1/retirements/proposals/${good.body["proposal"]}`;
    expect((await stack.as("tierTwo").post(`${path}/agreement`, {})).status).to.equal(404);
    expect((await agree(good.body["proposal"])).status).to.equal(201);
    expect((await agree(good.body["proposal"])).body["code"]).to.equal("EarlyPaymentsNonceUsed");
    const other = await propose(certificate, { ...bill, billNumber: "B 901", from: "0", to: "10" });
    const second = `/v1/retirements/proposals/${other.body["proposal"]}`;
    const withdrawn = await stack.write("obligor", "DELETE", second);
    expect(withdrawn.body["status"]).to.equal("withdrawn");
    expect((await agree(other.body["proposal"])).status).to.equal(409);
  });
});
