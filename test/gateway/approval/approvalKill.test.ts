import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { faultCount } from "../../helpers/faultCount.ts";
import { faultReport } from "../../helpers/faultReport.ts";
import { faultSeed } from "../../helpers/faultSeed.ts";
import { seededRandom } from "../../helpers/seededRandom.ts";
import type { Client } from "../helpers/client.ts";
import { deployNotebook } from "../helpers/deployNotebook.ts";
import { pause } from "../helpers/pause.ts";
import { signIn } from "../helpers/signIn.ts";
import { startAnvil, type TestChain } from "../helpers/startAnvil.ts";

const ROUNDS = faultCount(3, 50);
const WRITES = 8;
const LONGEST_MS = 250;

interface Held {
  readonly text: string;
  readonly key: string;
  readonly approval: string;
  readonly approvalKey: string;
}

describe("A gateway that is killed while second persons agree", function () {
  this.timeout(ROUNDS * 60_000);
  let chain: TestChain;
  let directory: string;
  let child: ChildProcess | undefined;

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "approvals-"));
    chain = await startAnvil();
    const ledger = await deployNotebook(chain);
    const contracts = Object.fromEntries(
      ledger.contracts.map(({ name, address }) => [name, address]),
    );
    const deployment = { chainId: chain.chainId, startBlock: 0, contracts };
    await writeFile(join(directory, "deployment.json"), JSON.stringify(deployment));
  });

  after(async () => {
    child?.kill("SIGKILL");
    await chain.stop();
    await rm(directory, { recursive: true });
  });

  const start = async (): Promise<{ one: Client; two: Client }> => {
    const environment = {
      PORT: "0",
      DATA_DIRECTORY: directory,
      DEPLOYMENT_FILE: join(directory, "deployment.json"),
      RPC_URL: chain.url,
      DEMO: "true",
      KEYSTORE_PASSPHRASE: "for tests only",
      KEYSTORE_SCRYPT_COST: "1024",
      REQUESTS_PER_MINUTE: "0",
    };
    const program = join(import.meta.dirname, "..", "helpers", "runNotebookGateway.ts");
    const env = { PATH: process.env["PATH"], ...environment };
    child = spawn(process.execPath, ["--import=tsx", program], {
      stdio: ["ignore", "pipe", "inherit"],
      env,
    });
    const [line] = (await once(child.stdout ?? process.stdin, "data")) as [Buffer];
    const url = line.toString().trim();
    return { one: await signIn(url, "ada", "one"), two: await signIn(url, "ada", "two") };
  };

  const ask = async (one: Client): Promise<Held> => {
    const text = randomUUID();
    const key = randomUUID();
    const { status, body } = await one.post("/v1/notes", { text }, key);
    expect(status).to.equal(202);
    return { text, key, approval: String(body["approval"]), approvalKey: randomUUID() };
  };

  const agree = (two: Client, { approval, approvalKey }: Held) =>
    two.post(`/v1/approvals/${approval}/approval`, {}, approvalKey);

  /** Asks until the outcome is told: a process that died may have left it to the next one's worker. */
  const outcomeOf = async (one: Client, { text, key }: Held): Promise<number> => {
    for (let attempt = 0; attempt < 60; attempt++) {
      const { status } = await one.post("/v1/notes", { text }, key);
      if (status === 201) return status;
      await pause(500);
    }
    return 0;
  };

  it("carries out what was agreed to exactly once, and nothing else", async () => {
    const seed = faultSeed();
    const random = seededRandom(seed);
    const agreed: Held[] = [];
    const waiting: Held[] = [];
    const { one: first } = await start();
    const rule = await first.post("/v1/approval-rules", { operations: ["writeNote"] });
    expect(rule.status).to.equal(201);
    child?.kill("SIGKILL");
    for (let round = 0; round < ROUNDS; round++) {
      const { one, two } = await start();
      const held = await Promise.all(Array.from({ length: WRITES }, () => ask(one)));
      const [left, ...rest] = held;
      if (left !== undefined) waiting.push(left);
      agreed.push(...rest);
      const answers = rest.map((each) => agree(two, each).catch(() => undefined));
      await pause(random() * LONGEST_MS);
      child?.kill("SIGKILL");
      await Promise.all(answers);
    }
    const { one, two } = await start();
    for (const held of agreed) {
      const { status } = await agree(two, held).catch(() => ({ status: 0 }));
      expect([200, 202, 409], `seed ${seed}`).to.include(status);
    }
    let stuck = 0;
    for (const held of agreed) if ((await outcomeOf(one, held)) !== 201) stuck++;
    const { body } = await one.get("/v1/events?limit=500");
    const texts = (body["events"] as { args: { text: string } }[]).map(({ args }) => args.text);
    const lost = agreed.filter(({ text }) => !texts.includes(text)).length;
    const doubled = texts.length - new Set(texts).size;
    const unasked = waiting.filter(({ text }) => texts.includes(text)).length;
    faultReport({ suite: "approvals killed", seed, runs: ROUNDS, lost, doubled, stuck });
    expect({ lost, doubled, stuck, unasked }).to.deep.equal({
      lost: 0,
      doubled: 0,
      stuck: 0,
      unasked: 0,
    });
  });
});
