import { expect } from "chai";
import { approvalGroups } from "../../../gateway/approval/approvalGroups.ts";
import { guardedOperations } from "../../../gateway/approval/guardedOperations.ts";
import { client } from "../helpers/client.ts";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";

describe("Groups of writes that rules name", function () {
  this.timeout(120_000);
  let stack: LedgerGateway;
  let writes: string[];
  let administering: string[];
  before(async () => {
    stack = await ledgerGateway();
    const { body } = await client(stack.url).get("/openapi.json");
    const paths = Object.values(body["paths"] as Record<string, Record<string, object>>);
    const operations = paths.flatMap((verbs) =>
      Object.entries(verbs)
        .filter(([verb]) => verb !== "get")
        .map(([, operation]) => operation as { operationId: string; "x-scope"?: string }),
    );
    writes = operations.map(({ operationId }) => operationId);
    administering = operations
      .filter((operation) => operation["x-scope"] === "administer")
      .map(({ operationId }) => operationId);
  });
  after(() => stack.close());

  it("hold only writes that exist, each in one group", () => {
    const named = Object.values(approvalGroups).flat();
    expect(named.filter((name) => !writes.includes(name))).to.deep.equal([]);
    expect(new Set(named).size).to.equal(named.length);
  });

  it("guard only writes that exist", () => {
    expect([...guardedOperations.named].filter((name) => !writes.includes(name))).to.deep.equal([]);
  });

  it("leave no write of administrators open but taking a key away", () => {
    const { connecting, maintaining } = approvalGroups;
    const others: readonly string[] = [...connecting, ...maintaining];
    const open = administering.filter(
      (name) => !guardedOperations.named.has(name) && !others.includes(name),
    );
    expect(open).to.deep.equal(["revokeApiKey"]);
  });
});
