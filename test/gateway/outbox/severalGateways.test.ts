import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { expect } from "chai";
import { type Postgres, startPostgres } from "../../../scripts/test/startPostgres.ts";
import { KillLane } from "../../faults/helpers/killLane.ts";
import { type KillStage, killStage } from "../../faults/helpers/killStage.ts";
import { noteTexts } from "../../faults/helpers/noteTexts.ts";
import type { Client } from "../helpers/client.ts";
import { pause } from "../helpers/pause.ts";
import { signIn } from "../helpers/signIn.ts";

const isInstalled = existsSync("/usr/lib/postgresql");

describe("Two gateways in two processes on one PostgreSQL", function () {
  this.timeout(300_000);
  let postgres: Postgres;
  let stage: KillStage;
  let lanes: [KillLane, KillLane];

  before(async function () {
    if (!isInstalled) return this.skip();
    postgres = await startPostgres();
    stage = await killStage("anvil", postgres.url);
    lanes = [new KillLane(() => stage.environment()), new KillLane(() => stage.environment())];
  });

  after(async () => {
    if (!isInstalled) return;
    for (const lane of lanes) await lane.stop();
    await stage.close();
    postgres.stop();
  });

  const started = async (lane: KillLane, kill?: Parameters<KillLane["start"]>[0]) => {
    const url = await lane.start(kill);
    if (url === undefined) throw new Error("a gateway did not start");
    return signIn(url, "ada");
  };

  const note = (client: Client, text: string, key: string) =>
    client.post("/v1/notes", { text }, key);

  it("carry a request out once, and tell each other's that it is at work", async () => {
    const [one, two] = [await started(lanes[0]), await started(lanes[1])];
    const key = randomUUID();
    await stage.rpc().send("evm_setAutomine", [false]);
    const first = note(one, "once", key);
    await pause(1_500);
    const meanwhile = await note(two, "once", key);
    expect([meanwhile.status, meanwhile.body["code"]]).to.deep.equal([409, "request-in-flight"]);
    await stage.rpc().send("evm_setAutomine", [true]);
    await stage.rpc().send("evm_mine", []);
    expect((await first).status).to.equal(201);
    const again = await note(two, "once", key);
    expect(again.body).to.deep.equal((await first).body);
    expect(again.headers.get("idempotency-replayed")).to.equal("true");
    const texts = Array.from({ length: 40 }, (_, index) => `both ${index}`);
    const answers = await Promise.all(
      texts.map((text, index) => note(index % 2 ? one : two, text, randomUUID())),
    );
    expect(new Set(answers.map(({ status }) => status))).to.deep.equal(new Set([201]));
    const noted = await noteTexts(stage.rpc(), stage.ledger);
    expect([...noted.values()].every((count) => count === 1)).to.equal(true);
    expect(noted.size).to.equal(41);
  });

  it("take over what one of them stored before it died", async () => {
    await lanes[0].stop();
    const dying = await started(lanes[0], { point: "after-commit", passing: 1, writers: 1 });
    const key = randomUUID();
    await note(dying, "left behind", key).catch(() => undefined);
    const deadline = Date.now() + 60_000;
    let noted = await noteTexts(stage.rpc(), stage.ledger);
    while (!noted.has("left behind") && Date.now() < deadline) {
      await pause(200);
      noted = await noteTexts(stage.rpc(), stage.ledger);
    }
    expect(noted.get("left behind")).to.equal(1);
  });
});
