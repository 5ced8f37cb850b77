import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { freePort } from "../../scripts/ledger/freePort.ts";
import type { Client } from "../gateway/helpers/client.ts";
import { deployNotebook } from "../gateway/helpers/deployNotebook.ts";
import { eventually } from "../gateway/helpers/eventually.ts";
import { pause } from "../gateway/helpers/pause.ts";
import { signIn } from "../gateway/helpers/signIn.ts";
import { startAnvil, type TestChain } from "../gateway/helpers/startAnvil.ts";
import { type WebhookReceiver, webhookReceiver } from "../gateway/helpers/webhookReceiver.ts";
import { faultCount } from "../helpers/faultCount.ts";
import { faultReport } from "../helpers/faultReport.ts";
import { faultSeed } from "../helpers/faultSeed.ts";
import { seededRandom } from "../helpers/seededRandom.ts";
import { type KillableProcess, killableProcess } from "./helpers/killableProcess.ts";
import { noteSource } from "./helpers/noteSource.ts";

const STUCK_MS = 60_000;

interface Kept {
  readonly id: string;
  readonly key: string;
}

function percentile99(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? 0;
}

/** Ids in the order of their first arrival. */
function firstArrivals(kept: readonly Kept[]): Kept[] {
  return [...new Map(kept.map((event) => [event.id, event])).values()];
}

describe("Webhooks whose consumer is killed, whose gateway is killed, beside endpoints that always fail", function () {
  const events = faultCount(200, 10_000);
  const consumerKills = faultCount(2, 50);
  const gatewayKills = faultCount(1, 10);
  const alone = faultCount(25, 400);
  this.timeout(faultCount(120_000, 3_600_000));
  const seed = faultSeed();
  const random = seededRandom(seed);
  let chain: TestChain;
  let directory: string;
  let gateway: KillableProcess;
  let consumer: KillableProcess;
  let steady: WebhookReceiver;
  const poison: WebhookReceiver[] = [];

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "events-"));
    chain = await startAnvil({ mining: false });
    steady = await webhookReceiver();
    for (const status of [500, undefined]) {
      const receiver = await webhookReceiver();
      receiver.answer = (_post, response) => {
        if (status !== undefined) response.writeHead(status).end();
      };
      poison.push(receiver);
    }
  });

  after(async () => {
    await consumer?.kill();
    await gateway?.kill();
    await Promise.all([steady, ...poison].map((receiver) => receiver.close()));
    await chain.stop();
    await rm(directory, { recursive: true });
  });

  const subscribe = async (who: Client, url: string) => {
    const { status, body } = await who.post("/v1/subscriptions", { url, batchSize: 10 });
    expect(status, JSON.stringify(body)).to.equal(201);
    return String(body["secret"]);
  };

  const kept = async (file: string): Promise<Kept[]> =>
    (await readFile(file, "utf8"))
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Kept);

  const environment = async (ledger: Awaited<ReturnType<typeof deployNotebook>>) => {
    const named = ledger.contracts.map(({ name, address }) => [name, address]);
    const file = join(directory, "deployment.json");
    const deployment = { chainId: chain.chainId, startBlock: 0 };
    await writeFile(file, JSON.stringify({ ...deployment, contracts: Object.fromEntries(named) }));
    return {
      PORT: "0",
      DATA_DIRECTORY: directory,
      DEPLOYMENT_FILE: file,
      RPC_URL: chain.url,
      DEMO: "true",
      KEYSTORE_PASSPHRASE: "for tests only",
      KEYSTORE_SCRYPT_COST: "1024",
      REQUESTS_PER_MINUTE: "0",
      WEBHOOK_PRIVATE_HOSTS: "127.0.0.1",
      // Rests stay short: the suite kills every few seconds what others lose once a year.
      WEBHOOK_ATTEMPTS: "50",
      WEBHOOK_LONGEST_RETRY_MS: "1000",
      WEBHOOK_RETRY_MS: "50",
      WEBHOOK_TIMEOUT_MS: "2000",
    };
  };

  const latencies = (from: number): number[] =>
    steady.posts
      .slice(from)
      .flatMap((post) =>
        post.events.map(
          ({ args }) => performance.timeOrigin + post.at - Number(args.text.split(" ")[1]),
        ),
      );

  it("miss nothing, keep order and ids, and the healthy one doesn't wait", async () => {
    const ledger = await deployNotebook(chain);
    const program = join(import.meta.dirname, "..", "gateway", "helpers", "runNotebookGateway.ts");
    gateway = killableProcess(["--import=tsx", program], await environment(ledger));
    const ada = await signIn(await gateway.start(), "ada");
    const port = await freePort();
    const file = join(directory, "kept");
    const secret = await subscribe(ada, `http://127.0.0.1:${port}/`);
    await subscribe(ada, steady.url);
    const runner = join(import.meta.dirname, "helpers", "durableConsumer.ts");
    consumer = killableProcess([runner, String(port), file, secret]);
    await consumer.start();
    const notes = noteSource(chain, ledger);

    for (let index = 0; index < alone; index++) await notes.write(1);
    await eventually(() => expect(steady.texts()).to.have.length(alone), 30_000);
    const p99Alone = percentile99(latencies(0));
    for (const { url } of poison) await subscribe(ada, url);
    const posts = steady.posts.length;
    for (let index = 0; index < alone; index++) await notes.write(1);
    await eventually(() => expect(steady.texts()).to.have.length(2 * alone), 30_000);
    const p99Beside = percentile99(latencies(posts));

    const faults = [
      ...Array<KillableProcess>(consumerKills).fill(consumer),
      ...Array<KillableProcess>(gatewayKills).fill(gateway),
    ]
      .map((victim) => ({ victim, at: random() }))
      .sort((a, b) => a.at - b.at);
    for (const [turn, { victim }] of faults.entries()) {
      const until = Math.round(((turn + 1) * events) / faults.length);
      const strike = pause(random() * 150).then(async () => {
        await victim.kill();
        await pause(random() * 300);
        await victim.start();
      });
      while (notes.count() < until) {
        await notes.write(Math.min(1 + Math.floor(random() * 10), until - notes.count()));
      }
      await strike;
    }

    const healedAt = Date.now();
    const arrived = async () => firstArrivals(await kept(file)).length;
    const isAll = async () => (await arrived()) >= events && new Set(steady.texts()).size >= events;
    while (Date.now() - healedAt < STUCK_MS && !(await isAll())) await pause(100);

    const all = await kept(file);
    const first = firstArrivals(all);
    const lost = events - first.length;
    const keys = first.map(({ key }) => key);
    faultReport({
      suite: "event delivery",
      seed,
      runs: consumerKills + gatewayKills,
      lost,
      doubled: keys.length - new Set(keys).size,
      stuck: lost,
      more: {
        events,
        consumerKills,
        gatewayKills,
        repeatedWithSameId: all.length - first.length,
        poisonAttempts: poison.reduce((sum, { posts }) => sum + posts.length, 0),
        p99AloneMs: Math.round(p99Alone),
        p99BesidePoisonMs: Math.round(p99Beside),
      },
    });
    expect(lost).to.equal(0);
    expect(keys).to.deep.equal([...keys].sort());
    expect(new Set(keys).size).to.equal(events);
    const numbers = [...new Set(steady.texts().map((text) => Number(text.split(" ")[0])))];
    expect(numbers).to.deep.equal(Array.from({ length: events }, (_, index) => index));
    expect(poison.every(({ posts: tried }) => tried.length > 0)).to.equal(true);
    expect(p99Beside).to.be.lessThan(Math.max(1_500, p99Alone * 5));
  });
});
