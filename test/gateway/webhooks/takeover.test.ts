import { expect } from "chai";
import { deployNotebook } from "../helpers/deployNotebook.ts";
import { emptyDatabase } from "../helpers/emptyDatabase.ts";
import { eventually } from "../helpers/eventually.ts";
import { pause } from "../helpers/pause.ts";
import { signIn } from "../helpers/signIn.ts";
import { startAnvil, type TestChain } from "../helpers/startAnvil.ts";
import { type TestGateway, testGateway } from "../helpers/testGateway.ts";
import { type WebhookReceiver, webhookReceiver } from "../helpers/webhookReceiver.ts";
import { writeNotes } from "../helpers/writeNotes.ts";

const webhooks = {
  allowHttp: false,
  privateHosts: ["127.0.0.1"],
  attempts: 3,
  pauseAfter: 2,
  retryMs: 20,
  longestRetryMs: 1_000,
  timeoutMs: 2_000,
};

describe("Webhooks of gateways that come and go", function () {
  this.timeout(120_000);
  let chain: TestChain;
  let receiver: WebhookReceiver;
  before(async () => {
    chain = await startAnvil();
    receiver = await webhookReceiver();
  });
  after(async () => {
    await receiver.close();
    await chain.stop();
  });

  const subscribe = async (gateway: TestGateway) => {
    const ada = await signIn(gateway.url, "ada");
    const { body } = await ada.post("/v1/subscriptions", { url: receiver.url });
    return { ada, id: String(body["subscription"]) };
  };

  it("are sent by one of two gateways, by the other when it stops, and when its lease runs out", async () => {
    const opened = await emptyDatabase();
    // Shared like a server's: leases of the other gateway are those of the living.
    const database = { ...opened, engine: "postgres" as const };
    const ledger = await deployNotebook(chain);
    const options = { database, rpc: chain.rpc, ledger, config: { webhooks } };
    const first = await testGateway(options);
    const second = await testGateway(options);
    // Slow enough that two senders would both be at the same event.
    receiver.answer = (_post, response) => {
      setTimeout(() => response.writeHead(200).end(), 250);
    };
    const { ada, id } = await subscribe(first);
    await pause(2_500);
    for (let index = 0; index < 5; index++) await ada.post("/v1/notes", { text: `both ${index}` });
    const expected = Array.from({ length: 5 }, (_, index) => `both ${index}`);
    await eventually(() => expect(receiver.texts()).to.deep.equal(expected), 20_000);
    await pause(1_500);
    expect(receiver.texts()).to.deep.equal(expected);

    await first.close();
    const other = await signIn(second.url, "ada");
    await other.post("/v1/notes", { text: "by the other" });
    await eventually(() => expect(receiver.texts()).to.include("by the other"), 20_000);

    // As a gateway leaves it that was killed.
    await second.close();
    await database.query(
      "INSERT INTO local.lease (name, holder, expires_at) VALUES ($1, 'dead', now() + interval '5 seconds')",
      [`webhook ${id}`],
    );
    const third = await testGateway(options);
    const heir = await signIn(third.url, "ada");
    await heir.post("/v1/notes", { text: "after a death" });
    await eventually(() => expect(receiver.texts()).to.include("after a death"), 30_000);
    const ids = receiver.posts.flatMap(({ events }) => events.map((event) => event.id));
    expect(new Set(ids).size).to.equal(7);
    receiver.answer = (_post, response) => response.writeHead(200).end();
    await third.close();
    await opened.close();
  });

  it("tell what a reorganisation took back under the id that it had, then the new branch", async () => {
    const database = await emptyDatabase();
    const ledger = await deployNotebook(chain);
    const gateway = await testGateway({ database, rpc: chain.rpc, ledger, config: { webhooks } });
    const { ada } = await subscribe(gateway);
    const from = receiver.posts.length;
    const arrived = () => receiver.posts.slice(from).flatMap(({ events }) => events);
    await ada.post("/v1/notes", { text: "stays" });
    const snapshot = await chain.rpc.send("evm_snapshot", []);
    await ada.post("/v1/notes", { text: "goes" });
    await eventually(() => expect(arrived()).to.have.length(2), 20_000);
    await chain.rpc.send("evm_revert", [snapshot]);
    // The next note takes the number of the block that is gone, and so the key.
    await writeNotes(chain, ledger, 1, "instead");
    await eventually(() => {
      const taken = arrived().filter(({ type }) => type === "retracted");
      expect(taken.map((event) => event.id)).to.deep.equal([arrived()[1]?.id]);
    }, 30_000);
    const goes = arrived()[1];
    await eventually(() => {
      const instead = arrived().find((event) => event.args?.text.startsWith("instead"));
      expect(instead?.type).to.equal("event");
      expect(instead?.key).to.equal(goes?.key);
      expect(instead?.id).to.not.equal(goes?.id);
    }, 30_000);
    const types = arrived().map(({ type }) => type);
    expect(types.slice(0, 4)).to.deep.equal(["event", "event", "retracted", "event"]);
    await gateway.close();
    await database.close();
  });
});
