import { expect } from "chai";
import { connectDatabase } from "../../gateway/database/connectDatabase.ts";
import type { WritePoint } from "../../gateway/writePoints.ts";
import { type Postgres, startPostgres } from "../../scripts/test/startPostgres.ts";
import { faultCount } from "../helpers/faultCount.ts";
import { faultReport } from "../helpers/faultReport.ts";
import { faultSeed } from "../helpers/faultSeed.ts";
import { seededRandom } from "../helpers/seededRandom.ts";
import { KillLane } from "./helpers/killLane.ts";
import { type KillStage, killStage } from "./helpers/killStage.ts";
import { noteTexts } from "./helpers/noteTexts.ts";
import { settleWrites } from "./helpers/settleWrites.ts";

/** Each beside one that leaves it something: what was committed and not sent is what a recovery follows. */
const POINTS: readonly WritePoint[] = [
  "after-commit",
  "recovery-followed",
  "before-broadcast",
  "recovery-started",
  "before-commit",
  "broadcast-sent",
  "receipt-seen",
  "outcome-recorded",
  "before-checkpoint",
  "projection-written",
  "before-answer-recorded",
  "answer-recorded",
];
const SEEDS = faultCount(2, 50);
const PLAYED = faultCount(2, POINTS.length);
const LANES = faultCount(2, 4);
const PASSINGS = 6;

interface Stage extends KillStage {
  readonly lane: KillLane;
}

describe("A gateway that dies at a named point of a write", function () {
  this.timeout(faultCount(5, 120) * 60_000);
  const seed = faultSeed();
  const counts = { runs: 0, lost: 0, doubled: 0, stuck: 0 };
  const more = { points: POINTS.length, diedAtPoint: 0, nodeKills: 0, writes: 0 };
  const stages: Stage[] = [];
  let postgres: Postgres | undefined;

  /** Lanes 0 and 1 have PGlite, lane 1 of a full run also the embedded ledger; the others share a PostgreSQL. */
  const databaseUrl = async (lane: number): Promise<string | undefined> => {
    if (lane < 2) return undefined;
    postgres ??= await startPostgres();
    const admin = await connectDatabase({ url: postgres.url });
    await admin.query(`CREATE DATABASE lane${lane}`);
    await admin.close();
    return postgres.url.replace(/postgres$/, `lane${lane}`);
  };

  before(async () => {
    for (let lane = 0; lane < LANES; lane++) {
      const node = lane === 1 && LANES > 2 ? "ledger" : "anvil";
      const stage = await killStage(node, await databaseUrl(lane));
      stages.push({ ...stage, lane: new KillLane(() => stage.environment()) });
    }
  });

  after(async () => {
    for (const stage of stages) {
      await stage.lane.stop();
      await stage.close();
    }
    postgres?.stop();
  });

  /** All points of one seed, one death after the other. */
  const play = async ({ lane, killNode }: Stage, index: number): Promise<void> => {
    const random = seededRandom(seed + index);
    const whole = (limit: number) => Math.floor(random() * limit);
    const first = PLAYED === POINTS.length ? 0 : whole(POINTS.length - PLAYED + 1);
    for (const point of POINTS.slice(first, first + PLAYED)) {
      const passing = point.startsWith("recovery") ? 1 : 1 + whole(PASSINGS);
      const writers = 3 + whole(8);
      const isNodeKilled = killNode !== undefined && random() < 0.25;
      if (isNodeKilled) more.nodeKills += 1;
      const kill = { point, passing: isNodeKilled ? Number.POSITIVE_INFINITY : passing, writers };
      const didDie = isNodeKilled ? await lane.play(kill, 3_000, killNode) : await lane.play(kill);
      counts.runs += 1;
      if (didDie) more.diedAtPoint += 1;
    }
  };

  const check = async (stage: Stage): Promise<void> => {
    const { lane, ledger } = stage;
    const url = await lane.start();
    if (url === undefined) throw new Error("the last gateway did not start");
    const { open, changed } = await settleWrites(url, lane.writes);
    const texts = await noteTexts(stage.rpc(), ledger);
    const acknowledged = lane.writes.filter(({ answer }) => answer !== undefined);
    counts.stuck += open.length;
    counts.lost += changed.length + acknowledged.filter(({ text }) => !texts.has(text)).length;
    counts.doubled += [...texts.values()].filter((count) => count > 1).length;
    more.writes += lane.writes.length;
  };

  it("has lost nothing that it answered, and doubles and keeps nothing waiting that is asked again", async () => {
    const lanes = stages.map(async (stage, lane) => {
      for (let index = lane; index < SEEDS; index += LANES) await play(stage, index);
      await check(stage);
    });
    await Promise.all(lanes);
    faultReport({ suite: "kill points", seed, ...counts, more });
    expect(counts).to.deep.equal({ runs: SEEDS * PLAYED, lost: 0, doubled: 0, stuck: 0 });
    expect(more.writes).to.be.greaterThan(counts.runs);
  });
});
