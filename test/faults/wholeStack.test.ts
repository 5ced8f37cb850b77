import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";
import { requestReference } from "../../gateway/idempotency/requestReference.ts";
import { freePort } from "../../scripts/ledger/freePort.ts";
import { type Client, client } from "../gateway/helpers/client.ts";
import { pause } from "../gateway/helpers/pause.ts";
import { signIn } from "../gateway/helpers/signIn.ts";
import { faultCount } from "../helpers/faultCount.ts";
import { faultReport } from "../helpers/faultReport.ts";
import { faultSeed } from "../helpers/faultSeed.ts";
import { seededRandom } from "../helpers/seededRandom.ts";
import { type StackPart, type StackProcess, stackProcess } from "./helpers/stackProcess.ts";
import { type SteadyWrite, type Surprise, steadyWriter } from "./helpers/steadyWriter.ts";

const STUCK_MS = 60_000;
const KILLS_WHILE_STARTING = 0.3;
const STORY_MS = 180_000;

interface LedgerEvent {
  readonly ref: string | null;
  readonly transactionHash: string;
}

describe("The whole of `npm start`, killed at any moment", function () {
  const kills = faultCount(2, 50);
  this.timeout(faultCount(300_000, 5_400_000));
  const seed = faultSeed();
  const random = seededRandom(seed);
  const writes: SteadyWrite[] = [];
  const surprises: Surprise[] = [];
  const starts: number[] = [];
  let directory: string;
  let port: number;
  let stack: StackProcess;
  let killsEndedAt = Number.POSITIVE_INFINITY;

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "tallystick-stack-"));
    port = await freePort();
  });

  after(async () => {
    await stack.kill("everything");
    await rm(directory, { recursive: true, force: true });
  });

  const start = async (): Promise<void> => {
    const isFirst = !existsSync(join(directory, "deployment.json"));
    stack = stackProcess(directory, port);
    const tookMs = await stack.ready();
    if (!isFirst) starts.push(Math.round(tookMs));
  };

  const told = async (): Promise<void> => {
    const began = performance.now();
    while (!existsSync(join(directory, "demonstration-told"))) {
      if (!stack.isAlive() || performance.now() - began > STORY_MS)
        throw new Error(`The story was not told. The stack said:\n${stack.said()}`);
      await pause(50);
    }
  };

  const write = (client: Client, member: number, next: () => { path: string; body: unknown }) =>
    steadyWriter({
      client,
      member,
      next,
      writes,
      surprises,
      restMs: 30,
      isOver: () => killsEndedAt < Number.POSITIVE_INFINITY,
      isTooLate: () => performance.now() - killsEndedAt > STUCK_MS,
    });

  const anchor = () => ({
    path: "/v1/anchors",
    body: { root: `0x${randomBytes(32).toString("hex")}`, kind: "invoice", count: 1 },
  });

  const memberOf = async (client: Client): Promise<number> =>
    Number((await client.get("/v1/me")).body["memberId"]);

  /** Companies of the demonstration at work: parts of certificates, passes and anchors. */
  const writers = async (): Promise<Promise<void>[]> => {
    const castings = await signIn(stack.url, "Mingyue Castings");
    const { body } = await castings.get("/v1/certificates?holder=me");
    const items = body["items"] as { certificate: string; freeMinor: string }[];
    const [held] = items.toSorted((a, b) => Number(BigInt(b.freeMinor) - BigInt(a.freeMinor)));
    const path = `/v1/certificates/${held?.certificate}`;
    const tooling = await signIn(stack.url, "Xiaoshan Tooling");
    const to = await memberOf(tooling);
    const pass = { to, valueMinor: "1", tradeReference: `0x${"01".repeat(32)}` };
    const own = await memberOf(castings);
    return [
      write(castings, own, () => ({ path: `${path}/splits`, body: { valueMinor: "1" } })),
      write(castings, own, () => ({ path: `${path}/transfers`, body: pass })),
      write(tooling, to, anchor),
      write(tooling, to, anchor),
    ];
  };

  /** Kills it now or while it starts, and starts it again until it is ready. */
  const killAndStart = async (): Promise<void> => {
    await pause(random() * 3_000);
    await stack.kill("everything");
    if (random() < KILLS_WHILE_STARTING) {
      stack = stackProcess(directory, port);
      await pause(random() * 3_000);
      await stack.kill("everything");
    }
    await start();
  };

  /** Transactions on the ledger by the reference that they carry. */
  const transactionsByRef = async (client: Client): Promise<Map<string, Set<string>>> => {
    const found = new Map<string, Set<string>>();
    let after = "";
    for (;;) {
      const { body } = await client.get(`/v1/events?limit=500${after}`);
      const events = body["events"] as LedgerEvent[];
      for (const { ref, transactionHash } of events) {
        if (ref === null) continue;
        found.set(ref, (found.get(ref) ?? new Set()).add(transactionHash));
      }
      if (typeof body["next"] !== "string" || events.length === 0) return found;
      after = `&after=${body["next"]}`;
    }
  };

  /** Asks everything again by its key; answers what of it is gone, and what happened more than once. */
  const check = async (): Promise<{ lost: number; doubled: number; stuck: number }> => {
    const clients = [
      await signIn(stack.url, "Mingyue Castings"),
      await signIn(stack.url, "Xiaoshan Tooling"),
    ];
    const byMember = new Map<number, Client>();
    for (const client of clients) byMember.set(await memberOf(client), client);
    const refs = await transactionsByRef(await signIn(stack.url, "Zhengda Auditors"));
    const counts = { lost: 0, doubled: 0, stuck: 0 };
    for (const { member, path, body, key, answer } of writes) {
      const request = { memberId: member, route: `POST ${path}`, idempotencyKey: key, body };
      const effects = refs.get(requestReference(request).ref)?.size ?? 0;
      if (effects > 1) counts.doubled += 1;
      if (answer === undefined) counts.stuck += 1;
      const again = await byMember.get(member)?.post(path, body, key);
      const isSame = again?.body["transactionHash"] === answer?.body["transactionHash"];
      if (answer !== undefined && (effects === 0 || again?.status !== 201 || !isSame))
        counts.lost += 1;
    }
    return counts;
  };

  it("tells its story to the end, though it is killed while it tells it", async () => {
    await start();
    await pause(500 + random() * 3_000);
    await stack.kill("everything");
    await start();
    await told();
    const auditor = await signIn(stack.url, "Zhengda Auditors");
    const receivables = await auditor.get("/v1/receivables");
    expect((receivables.body["items"] as unknown[]).length).to.be.greaterThan(3);
  });

  it("has every write that it acknowledged, once, and its value adds up", async () => {
    const working = await writers();
    await pause(1_000);
    for (let kill = 1; kill < kills; kill += 1) await killAndStart();
    for (const part of ["ledger", "node"] as const) await outlive(part);
    killsEndedAt = performance.now();
    await Promise.all(working);
    const counts = await check();
    const longestMs = Math.max(...starts);
    const more = { writes: writes.length, surprises: surprises.length, longestStartMs: longestMs };
    faultReport({ suite: "wholeStack", seed, runs: kills + 2, ...counts, more });
    expect(surprises.slice(0, 3)).to.deep.equal([]);
    expect(counts).to.deep.equal({ lost: 0, doubled: 0, stuck: 0 });
    const auditor = await signIn(stack.url, "Zhengda Auditors");
    expect((await auditor.get("/v1/conservation")).body["conserved"]).to.equal(true);
  });

  it("replays clean from its own node, and its gateway's tables are what the replay has", async () => {
    while (stack.isAlive() && !stack.said().includes("JSON-RPC at ")) await pause(25);
    const [, rpc = ""] = /JSON-RPC at (\S+)/.exec(stack.said()) ?? [];
    const body = { member: "Zhengda Auditors" };
    const { body: session } = await client(stack.url).post("/v1/sessions", body);
    const program = join(import.meta.dirname, "..", "..", "scripts", "tally.ts");
    const deployment = join(directory, "deployment.json");
    const where = ["--rpc", rpc, "--deployment", deployment, "--against", stack.url];
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--import", "tsx", program, "audit", "replay", "--json", ...where],
      { env: { ...process.env, TALLYSTICK_TOKEN: String(session["token"]) } },
    ).catch((error: { stdout: string }) => error);
    const facts = JSON.parse(stdout) as {
      firstMismatch: object | null;
      range: { events: number };
    };
    // The story counts goods that are missing: a fact that is marked, and no mismatch.
    expect(facts.firstMismatch).to.equal(null);
    expect(facts.range.events).to.be.greaterThan(writes.length);
  });

  /** Kills one part while the gateway lives on; a write made afterwards must be answered. */
  const outlive = async (part: StackPart): Promise<void> => {
    const before = writes.filter(({ answer }) => answer !== undefined).length;
    await stack.kill(part);
    const began = performance.now();
    const answered = () => writes.filter(({ answer }) => answer !== undefined).length;
    while (answered() < before + 20 && performance.now() - began < STUCK_MS) await pause(50);
    expect(stack.isAlive(), stack.said()).to.equal(true);
    expect(answered(), stack.said()).to.be.at.least(before + 20);
    if (part === "ledger") expect(stack.said()).to.include("The ledger runs again.");
  };

  it("is ready again within 15 seconds", () => {
    expect(Math.max(...starts)).to.be.lessThan(faultCount(60_000, 15_000));
  });

  it("gives up with a sentence when the ledger dies again and again", async () => {
    for (let death = 0; death < 4; death += 1) {
      await stack.kill("ledger");
      const sentences = () => stack.said().match(/The ledger runs again\./g)?.length ?? 0;
      const before = sentences();
      while (stack.isAlive() && sentences() === before) await pause(25);
    }
    expect(await stack.ended()).to.equal(1);
    expect(stack.said()).to.include("within a minute and stays down");
  });
});
