import { ethereumHeaders, tableDefinitions } from "@tallystick/sdk";
import { expect } from "chai";
import type { Queryable } from "../../../gateway/database/database.ts";
import { digestProjection } from "../../../gateway/projection/digestProjection.ts";
import { AuditNode } from "../../../scripts/tally/audit/replay/AuditNode.ts";
import { BlockReader } from "../../../scripts/tally/audit/replay/BlockReader.ts";
import { compareDigests } from "../../../scripts/tally/audit/replay/compareDigests.ts";
import { inspectBlock } from "../../../scripts/tally/audit/replay/inspectBlock.ts";
import type { WireBlock } from "../../../scripts/tally/audit/replay/wireBlock.ts";
import { type LedgerGateway, ledgerGateway } from "../../gateway/helpers/ledgerGateway.ts";
import { issueTrade } from "../../gateway/helpers/trade.ts";
import { faultCount } from "../../helpers/faultCount.ts";
import { faultReport } from "../../helpers/faultReport.ts";
import { faultSeed } from "../../helpers/faultSeed.ts";
import { chainBlocks, replayedBlocks } from "../../helpers/replayedChain.ts";
import { seededRandom } from "../../helpers/seededRandom.ts";
import { blockTampers, type Tampered } from "./blockTampers.ts";
import { tableTampers } from "./tableTampers.ts";

const runs = faultCount(96, 600);
const tableRuns = faultCount(32, 400);

class Undo extends Error {}

describe("A history that was tampered with", function () {
  this.timeout(faultCount(120_000, 1_800_000));
  const seed = faultSeed();
  const random = seededRandom(seed);
  let stack: LedgerGateway;
  let node: AuditNode;
  let blocks: WireBlock[];

  before(async () => {
    stack = await ledgerGateway();
    await issueTrade(stack);
    await issueTrade(stack);
    node = new AuditNode(stack.chain.url);
    const head = Number(await node.send("eth_blockNumber"));
    blocks = [];
    for await (const range of new BlockReader(node).read(0, head)) blocks.push(...range);
  });
  after(() => stack.close());

  async function findingsAt(number: number, wire: WireBlock) {
    const parent = number === 0 ? undefined : String(blocks[number - 1]?.block["hash"]);
    return (await inspectBlock(node, number, wire, parent, ethereumHeaders)).findings;
  }

  it("is whole as the node gives it", async () => {
    for (const [number, wire] of blocks.entries()) {
      expect(await findingsAt(number, wire)).to.deep.equal([]);
    }
  });

  it("is found out, and where it was done is named: edits, deletions, reorderings, truncations of logs", async () => {
    const names = Object.keys(blockTampers);
    let [toLog, toTransaction, toBlock] = [0, 0, 0];
    for (let run = 0; run < runs; run += 1) {
      const kind = names[run % names.length] ?? "";
      let made: Tampered | undefined;
      while (made === undefined) {
        const number = Math.floor(random() * blocks.length);
        made = blockTampers[kind]?.(structuredClone(blocks), number, random);
      }
      const [first, ...others] = await findingsAt(made.block, made.wire);
      const what = `${kind} at ${JSON.stringify({ ...made, wire: undefined })}, seed ${seed}`;
      expect(first, what).to.deep.include({ code: made.code, block: made.block });
      for (const found of [first, ...others]) {
        if (found?.transaction != null && made.transaction !== undefined) {
          expect(found.transaction, what).to.equal(made.transaction);
        }
        if (found?.log != null && made.log !== undefined)
          expect(found.log, what).to.equal(made.log);
      }
      if (made.field !== undefined) expect(first?.field, what).to.match(made.field);
      if (first?.log != null) toLog += 1;
      else if (first?.transaction != null) toTransaction += 1;
      else toBlock += 1;
    }
    const more = { toLog, toTransaction, toBlock };
    faultReport({ suite: "tampered logs", seed, runs, lost: 0, doubled: 0, stuck: 0, more });
  });

  it("is found out, and its table named: edits, deletions, exchanges and truncations of rows", async () => {
    const { tables, replay } = await replayedBlocks(
      stack.deployment,
      await chainBlocks(stack.chain.rpc),
    );
    expect(replay.broken).to.equal(undefined);
    const head = await node.send("eth_getBlockByNumber", "latest", false);
    const blockHash = String((head as { readonly hash: string }).hash);
    const filled: string[] = [];
    for (const name of Object.keys(tableDefinitions)) {
      const [row] = await stack.database.query<{ rows: bigint }>(
        `SELECT count(*) AS rows FROM projected.${name}`,
      );
      if (Number(row?.rows) > 0) filled.push(name);
    }
    const names = Object.keys(tableTampers);
    const differing = async (target: Queryable) => {
      const digests = await digestProjection(target);
      if (digests === undefined) throw new Error("nothing is projected");
      const given = { ...digests, tables: [...digests.tables] };
      return compareDigests.differing(tables, given, blockHash).map(({ field }) => field);
    };
    expect(await differing(stack.database)).to.deep.equal([]);
    for (let run = 0; run < tableRuns; run += 1) {
      const table = filled[Math.floor(random() * filled.length)] ?? "";
      const kind = names[run % names.length] ?? "";
      const tamper = tableTampers[kind];
      await stack.database
        .transaction(async (transaction) => {
          const done = await tamper?.(transaction, table, random);
          const expected = done === true ? [table] : [];
          expect(await differing(transaction), `${kind} of ${table}, seed ${seed}`).to.deep.equal(
            expected,
          );
          throw new Undo();
        })
        .catch((error: unknown) => {
          if (!(error instanceof Undo)) throw error;
        });
    }
    faultReport({ suite: "tampered tables", seed, runs: tableRuns, lost: 0, doubled: 0, stuck: 0 });
  });
});
