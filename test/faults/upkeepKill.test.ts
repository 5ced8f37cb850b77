import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { id } from "ethers";
import { connectDatabase } from "../../gateway/database/connectDatabase.ts";
import type { WritePoint } from "../../gateway/writePoints.ts";
import { type Postgres, startPostgres } from "../../scripts/test/startPostgres.ts";
import type { Answer } from "../gateway/helpers/client.ts";
import { type LedgerGateway, ledgerGateway } from "../gateway/helpers/ledgerGateway.ts";
import { pause } from "../gateway/helpers/pause.ts";
import { attest } from "../gateway/helpers/payments.ts";
import { issueTrade, tradeTerms } from "../gateway/helpers/trade.ts";
import { faultCount } from "../helpers/faultCount.ts";
import { faultReport } from "../helpers/faultReport.ts";
import { faultSeed } from "../helpers/faultSeed.ts";
import { seededRandom } from "../helpers/seededRandom.ts";
import { KillLane } from "./helpers/killLane.ts";

const DAY = 86_400;
const KILLS = faultCount(2, 12);
const STUCK_MS = 60_000;
const isInstalled = existsSync("/usr/lib/postgresql");
const points: readonly WritePoint[] = [
  "simulated",
  "after-commit",
  "broadcast-sent",
  "outcome-recorded",
  "before-answer-recorded",
];

describe("Two gateways in two processes that end what has expired, of which one is killed amid it", function () {
  this.timeout(60_000 + KILLS * 120_000);
  const seed = faultSeed();
  const random = seededRandom(seed);
  const counts = { lost: 0, doubled: 0, stuck: 0 };
  let postgres: Postgres;
  let directory: string;
  let stack: LedgerGateway;
  let lanes: [KillLane, KillLane];

  before(async function () {
    if (!isInstalled) return this.skip();
    postgres = await startPostgres();
    directory = await mkdtemp(join(tmpdir(), "upkeep-"));
    const openDatabase = () => connectDatabase({ url: postgres.url });
    stack = await ledgerGateway({}, { openDatabase });
    const { chainId, startBlock, contracts } = stack.gateway.services.ledger;
    const addresses = Object.fromEntries(contracts.map(({ name, address }) => [name, address]));
    const deployment = join(directory, "deployment.json");
    await writeFile(deployment, JSON.stringify({ chainId, startBlock, contracts: addresses }));
    const environment = () => ({
      PORT: "0",
      DATA_DIRECTORY: directory,
      DATABASE_URL: postgres.url,
      DEPLOYMENT_FILE: deployment,
      RPC_URL: stack.chain.url,
      KEYSTORE_PASSPHRASE: "for tests only",
      KEYSTORE_SCRYPT_COST: "1024",
      UPKEEP_SECONDS: "1",
      AUDIT_ANCHOR_SECONDS: "0",
    });
    const program = "runLedgerGateway.ts";
    lanes = [new KillLane(environment, program), new KillLane(environment, program)];
  });

  after(async () => {
    if (!isInstalled) return;
    for (const lane of lanes) await lane.stop();
    await stack.close();
    postgres.stop();
    await rm(directory, { recursive: true });
  });

  const done = ({ status, body }: Answer): Record<string, unknown> => {
    if (status >= 300) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
    return body;
  };
  const dueTomorrow = async (obligor: "obligor" | "otherObligor") => {
    const dueDate = await stack.dayIn(1);
    return issueTrade(stack, { dueDate, contractDueDate: dueDate }, { obligor });
  };

  /** Things whose time comes: offers, an acceptance that does not come, a paid receivable, and at first an unpaid one. */
  async function thingsDue(isFirst: boolean) {
    const { certificate } = await issueTrade(stack);
    const expiresAt = await stack.instantIn(3_600);
    const offers: string[] = [];
    for (let count = 0; count < 6; count++) {
      const asked = { to: stack.who.tierTwo.id, valueMinor: "1000", tradeReference: id("trade") };
      const path = `/v1/certificates/${certificate}/offers`;
      offers.push(
        String(done(await stack.as("tierOne").post(path, { ...asked, expiresAt }))["offer"]),
      );
    }
    const terms = await tradeTerms(stack);
    const { receivable } = done(await stack.as("tierOne").post("/v1/receivables", terms));
    const confirmation = `/v1/receivables/${receivable}/confirmation`;
    done(await stack.as("obligor").post(confirmation, { acceptBy: expiresAt }));
    const paid = (await dueTomorrow("obligor")).receivable;
    const unpaid = isFirst ? (await dueTomorrow("otherObligor")).receivable : undefined;
    await stack.pass(DAY);
    const settlement = {
      amountMinor: "1000000",
      bank: stack.who.bank.id,
      expiresAt: await stack.instantIn(20 * DAY),
    };
    const path = `/v1/receivables/${paid}/settlements`;
    const { instruction } = done(await stack.as("obligor").post(path, settlement));
    done(await attest(stack, instruction));
    if (isFirst) await stack.pass(8 * DAY);
    const subjects = [
      ...offers.map((offer) => ["expire-offer", offer]),
      ["expire-receivable", String(receivable)],
      ["settle-batch", String(paid)],
      ...(unpaid === undefined ? [] : [["mark-overdue", String(unpaid)]]),
    ];
    return subjects as [string, string][];
  }

  /** Outcomes of everything that upkeep sent about a subject. */
  const statesOf = async ([verb, subject]: [string, string]) => {
    const rows = await stack.database.query<{ state: string }>(
      "SELECT state FROM local.outbox WHERE route = $1 AND split_part(idempotency_key, ' ', 1) = $2",
      [`upkeep ${verb}`, subject],
    );
    return rows.map(({ state }) => state);
  };
  /** Of a gateway that died the ledger has the effect; its answer is made when somebody asks, and nobody asks upkeep. */
  const areDone = async (subjects: readonly [string, string][]): Promise<boolean> => {
    const states = await Promise.all(subjects.map(statesOf));
    return states.every((each) => each.includes("included"));
  };

  /** The first gateway dies with transactions in the node's pool, while the second one waits for its turn. */
  async function killedAmidPool(): Promise<void> {
    const [one, two] = lanes;
    await stack.chain.rpc.send("evm_setAutomine", [false]);
    await one.start();
    const pooled = async () => {
      const sql = "SELECT 1 FROM local.outbox WHERE route LIKE 'upkeep %' AND state = 'signed'";
      return (await stack.database.query(sql)).length;
    };
    for (let tries = 0; (await pooled()) === 0 && tries < 400; tries++) await pause(50);
    await two.start();
    await one.stop();
    await stack.chain.rpc.send("evm_setAutomine", [true]);
    await stack.chain.rpc.send("evm_mine", []);
  }

  /** The first gateway kills itself at a point of one of its writes. */
  async function killedAtPoint(): Promise<void> {
    const [one, two] = lanes;
    const point = points[Math.floor(random() * points.length)] ?? "after-commit";
    await one.start({ point, passing: 1 + Math.floor(random() * 3) });
    await two.start();
  }

  it("does each of it once", async () => {
    for (let played = 0; played < KILLS; played++) {
      const subjects = await thingsDue(played === 0);
      await (played % 2 === 0 ? killedAmidPool() : killedAtPoint());
      const deadline = Date.now() + STUCK_MS;
      while (!(await areDone(subjects)) && Date.now() < deadline) await pause(100);
      if (!(await areDone(subjects))) counts.stuck += 1;
      // Whoever finds something due once more has another second for it.
      await pause(1_500);
      for (const subject of subjects) {
        const states = await statesOf(subject);
        if (!states.includes("included")) counts.lost += 1;
        if (states.length > 1) counts.doubled += 1;
      }
      for (const lane of lanes) await lane.stop();
    }
    faultReport({ suite: "upkeep", seed, runs: KILLS, ...counts });
    expect(counts).to.deep.equal({ lost: 0, doubled: 0, stuck: 0 });
  });
});
