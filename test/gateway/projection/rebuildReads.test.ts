import { expect } from "chai";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";

describe("Requests while everything is projected again", function () {
  this.timeout(60_000);
  let stack: LedgerGateway;
  before(async () => {
    stack = await ledgerGateway();
  });
  after(() => stack.close());

  it("are told to come back, and never that something is missing or somebody no member", async () => {
    const operator = stack.as("operator");
    const path = `/v1/members/${stack.who.tierOne.id}`;
    const told = new Map<number, unknown>();
    for (let rebuilds = 0; rebuilds < 5; rebuilds++) {
      expect((await operator.send("POST", "/v1/projection/rebuild")).status).to.equal(202);
      for (let status = 0; status !== 200; ) {
        const answer = await operator.get(path);
        told.set(answer.status, answer.body["code"]);
        status = answer.status;
        if (status === 503) expect(answer.headers.get("retry-after")).to.equal("1");
      }
    }
    expect(Object.fromEntries(told)).to.deep.equal({ 200: undefined, 503: "projection-behind" });
  });

  it("find a gateway that says it is not ready, and alive", async () => {
    const operator = stack.as("operator");
    await operator.send("POST", "/v1/projection/rebuild");
    expect((await operator.get("/livez")).status).to.equal(200);
    const head = Number(await stack.chain.rpc.send("eth_blockNumber", []));
    await stack.gateway.services.projector.waitForBlock(head);
    expect((await operator.get("/readyz")).status).to.equal(200);
  });
});
