import { expect } from "chai";
import { type Answer, type Client, client } from "../gateway/helpers/client.ts";
import { type NotebookStack, notebookStack } from "../gateway/helpers/notebookStack.ts";
import { pause } from "../gateway/helpers/pause.ts";
import { signIn } from "../gateway/helpers/signIn.ts";
import { type TestGateway, testGateway } from "../gateway/helpers/testGateway.ts";
import { faultCount } from "../helpers/faultCount.ts";
import { faultReport } from "../helpers/faultReport.ts";
import { faultSeed } from "../helpers/faultSeed.ts";
import { seededRandom } from "../helpers/seededRandom.ts";
import { noteTexts } from "./helpers/noteTexts.ts";

const KEYS = faultCount(50, 1_000);
const REQUESTS_PER_KEY = 10;
const OTHER_BODIES_PER_KEY = 3;
const PARALLEL = 64;
const STUCK_AFTER_MS = 60_000;

interface Asked {
  readonly key: string;
  readonly text: string;
  answer: Answer | undefined;
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

describe("Requests that are repeated by many at once", function () {
  this.timeout(faultCount(3, 30) * 60_000);
  const seed = faultSeed();
  const random = seededRandom(seed);
  let stack: NotebookStack;
  let second: TestGateway;
  let clients: Client[];

  before(async () => {
    stack = await notebookStack();
    const { database, chain, ledger } = stack;
    second = await testGateway({ database, rpc: chain.rpc, ledger });
    const ada = await signIn(stack.gateway.url, "ada");
    const { body } = await client(second.url).send("POST", "/v1/sessions", {
      body: { member: "ada" },
    });
    clients = [ada, client(second.url, String(body["token"]))];
  });

  after(async () => {
    await second.close();
    await stack.close();
  });

  /** Asks until it is told something else than to wait; the gateway may be another one each time. */
  const ask = async (asked: Asked): Promise<void> => {
    const deadline = Date.now() + STUCK_AFTER_MS;
    while (Date.now() < deadline) {
      const one = clients[random() < 0.5 ? 0 : 1] as Client;
      const answer = await one.post("/v1/notes", { text: asked.text }, asked.key);
      if (answer.status !== 409 && answer.status !== 202) {
        asked.answer = answer;
        return;
      }
      expect(answer.status === 202 || answer.body["code"] === "request-in-flight").to.equal(true);
      await pause(20);
    }
  };

  const askedOfKey = (_: unknown, index: number): Asked[] =>
    Array.from({ length: REQUESTS_PER_KEY }, (_each, repetition) => {
      const body = repetition < OTHER_BODIES_PER_KEY ? "other" : "usual";
      return { key: `key ${index}`.replace(" ", "-"), text: `${index} ${body}`, answer: undefined };
    });

  it("have one effect each, the same answer, and another body is refused", async () => {
    const all = shuffled(Array.from({ length: KEYS }, askedOfKey).flat(), random);
    const queue = [...all];
    const work = async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) await ask(next);
    };
    await Promise.all(Array.from({ length: PARALLEL }, work));
    const texts = await noteTexts(stack.chain.rpc, stack.ledger);
    const effects = [...texts.values()].reduce((sum, count) => sum + count, 0);
    const [counts, refused] = [{ stuck: 0, lost: 0, doubled: effects - texts.size }, [0, 0]];
    for (const [key, requests] of Map.groupBy(all, (each) => each.key)) {
      const number = key.slice("key-".length);
      const won = texts.has(`${number} usual`) ? `${number} usual` : `${number} other`;
      if (texts.has(`${number} usual`) && texts.has(`${number} other`)) counts.doubled += 1;
      counts.stuck += requests.filter(({ answer }) => answer === undefined).length;
      const same = requests.filter(({ text }) => text === won);
      const changed = requests.filter(({ text }) => text !== won);
      const bodies = new Set(same.map(({ answer }) => JSON.stringify(answer?.body)));
      const first = same.filter(({ answer }) => !answer?.headers.has("idempotency-replayed"));
      const isKept = same.every(({ answer }) => answer?.status === 201) && bodies.size === 1;
      if (!texts.has(won) || !isKept || first.length !== 1) counts.lost += 1;
      refused[0] = (refused[0] ?? 0) + changed.length;
      refused[1] =
        (refused[1] ?? 0) + changed.filter(({ answer }) => answer?.status === 422).length;
    }
    const [changedBodies = 0, refusedBodies = 0] = refused;
    const more = { requests: all.length, effects, changedBodies, refusedBodies };
    faultReport({ suite: "repeated requests", seed, runs: KEYS, ...counts, more });
    expect(counts).to.deep.equal({ stuck: 0, lost: 0, doubled: 0 });
    expect(effects).to.equal(KEYS);
    expect(refusedBodies).to.equal(changedBodies).and.to.be.greaterThan(KEYS);
  });
});
