import { MemoryTables } from "@tallystick/sdk";
import { expect } from "chai";
import { AuditNode } from "../../../scripts/tally/audit/replay/AuditNode.ts";
import { sampleViews } from "../../../scripts/tally/audit/replay/sampleViews.ts";
import { deployTestLedger, type TestLedger } from "../../gateway/helpers/deployTestLedger.ts";
import { startAnvil, type TestChain } from "../../gateway/helpers/startAnvil.ts";

describe("Contracts' views in a replay", function () {
  this.timeout(120_000);
  let chain: TestChain;
  let ledger: TestLedger;
  let node: AuditNode;
  let block: number;
  before(async () => {
    chain = await startAnvil();
    ledger = await deployTestLedger(chain);
    node = new AuditNode(chain.url);
    block = await ledger.provider.getBlockNumber();
  });
  after(async () => {
    ledger.provider.destroy();
    await chain.stop();
  });

  const sampled = async (at: number, table: string, row: Record<string, unknown>) => {
    const tables = await MemoryTables.create();
    tables.put(table, row);
    return sampleViews(node, ledger.deployment, tables, at, "seed");
  };

  it("name what a contract says otherwise than the events", async () => {
    const { checked, findings } = await sampled(block, "receivable", {
      receivable_id: 7n,
      live_minor: 5n,
    });
    expect(checked).to.equal(1);
    expect(findings.map(({ code, field, actual }) => [code, field, actual])).to.deep.equal([
      ["view-differs", "receivable 7 live", "0"],
    ]);
  });

  it("name what a contract does not know at all", async () => {
    const { checked, findings, available } = await sampled(block, "certificate", {
      certificate_id: (7n << 32n) | 1n,
      holder: 1n,
      value_minor: 5n,
    });
    expect([checked, available]).to.deep.equal([1, true]);
    expect(findings).to.have.length(1);
    expect(findings[0]).to.include({ code: "view-differs", block, actual: null });
  });

  it("are missing where the node has no such block", async () => {
    const row = { receivable_id: 7n, live_minor: 5n };
    expect(await sampled(block + 1_000, "receivable", row)).to.deep.equal({
      checked: 0,
      findings: [],
      available: false,
    });
  });
});
