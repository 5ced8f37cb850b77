import { createHmac } from "node:crypto";
import { expect } from "chai";
import type { Client } from "../helpers/client.ts";
import { eventually } from "../helpers/eventually.ts";
import { type NotebookStack, notebookStack } from "../helpers/notebookStack.ts";
import { pause } from "../helpers/pause.ts";
import { signIn } from "../helpers/signIn.ts";
import { type WebhookReceiver, webhookReceiver } from "../helpers/webhookReceiver.ts";
import { writeNotes } from "../helpers/writeNotes.ts";

const webhooks = {
  allowHttp: false,
  privateHosts: ["127.0.0.1"],
  attempts: 3,
  pauseAfter: 2,
  retryMs: 20,
  longestRetryMs: 1_000,
  timeoutMs: 1_000,
};

interface Delivery {
  readonly event: string;
  readonly state: string;
  readonly attempts: number;
  readonly status: number | null;
  readonly failure: string | null;
}

describe("Webhooks", function () {
  this.timeout(60_000);
  let stack: NotebookStack;
  let ada: Client;
  let ben: Client;
  let auditor: Client;
  let receiver: WebhookReceiver;
  before(async () => {
    stack = await notebookStack({ webhooks });
    const { url } = stack.gateway;
    ada = await signIn(url, "ada");
    ben = await signIn(url, "ben");
    auditor = await signIn(url, "auditor");
  });
  after(() => stack.close());
  beforeEach(async () => {
    receiver = await webhookReceiver();
  });
  afterEach(async () => {
    const { body } = await auditor.get("/v1/subscriptions");
    for (const who of [auditor, ada]) {
      const { items } = (await who.get("/v1/subscriptions")).body as {
        items: { subscription: string }[];
      };
      for (const { subscription } of items) {
        await who.send("DELETE", `/v1/subscriptions/${subscription}`, { key: subscription });
      }
    }
    expect(body["items"]).to.be.an("array");
    await receiver.close();
  });

  const subscribe = async (who: Client, wanted: Record<string, unknown> = {}) => {
    const answer = await who.post("/v1/subscriptions", { url: receiver.url, ...wanted });
    expect(answer.status).to.equal(201);
    return { id: String(answer.body["subscription"]), secret: String(answer.body["secret"]) };
  };
  const deliveries = async (who: Client, id: string) => {
    const { body } = await who.get(`/v1/subscriptions/${id}/deliveries`);
    return body["items"] as Delivery[];
  };
  const read = async (who: Client, id: string) => (await who.get(`/v1/subscriptions/${id}`)).body;
  const note = (who: Client, text: string) => who.post("/v1/notes", { text });

  it("post what happens from now on, to whom it concerns, signed", async () => {
    await note(ada, "before");
    const { id, secret } = await subscribe(ada);
    await note(ada, "first");
    await note(ben, "of ben");
    await note(ada, "second");
    await eventually(() => expect(receiver.texts()).to.deep.equal(["first", "second"]));
    const [post] = receiver.posts;
    const timestamp = String(post?.headers["tallystick-timestamp"]);
    const hmac = createHmac("sha256", secret).update(`${timestamp}.${post?.body}`).digest("hex");
    expect(post?.headers["tallystick-signature"]).to.equal(`v1=${hmac}`);
    expect(Math.abs(Number(timestamp) - Date.now() / 1000)).to.be.lessThan(5);
    expect(post?.headers["tallystick-delivery"]).to.equal(post?.events[0]?.id);
    expect(post?.events[0]?.id).to.match(new RegExp(`^${id}\\.${post?.events[0]?.key}-`));
    await eventually(async () => {
      const [last] = await deliveries(ada, id);
      expect(last).to.include({ state: "delivered", attempts: 1, status: 200, failure: null });
    });
    expect(await read(ada, id)).to.include({ state: "active", deadLetters: 0, lastFailure: null });
  });

  it("begin where they are asked to, in order, in batches", async () => {
    await writeNotes(stack.chain, stack.ledger, 45, "batch");
    await eventually(async () => {
      const { body } = await auditor.get("/v1/events?limit=500");
      expect(JSON.stringify(body)).to.include("batch 44");
    });
    await subscribe(auditor, { after: "", batchSize: 10 });
    const all = (await auditor.get("/v1/events?limit=500")).body["events"] as {
      args: { text: string };
    }[];
    const expected = all.map((event) => event.args.text);
    await eventually(() => expect(receiver.texts()).to.deep.equal(expected));
    expect(Math.max(...receiver.posts.map(({ events }) => events.length))).to.equal(10);
  });

  it("tell only the names and contracts that are asked for", async () => {
    await subscribe(auditor, { names: ["Marked"], after: "" });
    const other = await subscribe(auditor, { contracts: ["Notebook"], names: ["Noted"] });
    await note(ada, "filtered");
    await eventually(() => expect(receiver.texts()).to.deep.equal(["filtered"]));
    expect(receiver.posts.every(({ subscription }) => subscription === other.id)).to.equal(true);
  });

  it("try again with the same id until it arrives, and keep the order meanwhile", async () => {
    const { id } = await subscribe(ada);
    let refusals = 2;
    receiver.answer = (_post, response) => {
      response.writeHead(refusals-- > 0 ? 500 : 200).end();
    };
    await note(ada, "tried thrice");
    await note(ada, "waits for it");
    await eventually(() =>
      expect(receiver.texts()).to.deep.equal(["tried thrice", "waits for it"]),
    );
    const ids = new Set(receiver.posts.slice(0, 3).map(({ events }) => events[0]?.id));
    expect(ids.size).to.equal(1);
    expect(await read(ada, id)).to.include({ lastFailure: "It answered 500.", deadLetters: 0 });
  });

  it("give an event up after so many attempts and go on with the next", async () => {
    const { id } = await subscribe(ada);
    receiver.answer = ({ events }, response) => {
      const isBad = events.some((event) => event.args.text === "bad");
      response.writeHead(isBad ? 422 : 200).end();
    };
    await note(ada, "good 1");
    await note(ada, "bad");
    await note(ada, "good 2");
    await eventually(() => expect(receiver.texts()).to.deep.equal(["good 1", "good 2"]));
    await eventually(async () => expect((await read(ada, id))["deadLetters"]).to.equal(1));
    const dead = (await deliveries(ada, id)).find(({ state }) => state === "dead");
    expect(dead).to.include({ attempts: 3, status: 422, failure: "It answered 422." });
    receiver.answer = (_post, response) => response.writeHead(200).end();
    const again = await ada.post(
      `/v1/subscriptions/${id}/deliveries/${dead?.event}/redelivery`,
      undefined,
    );
    expect(again.body).to.deep.equal({ event: dead?.event, state: "queued" });
    await eventually(() => expect(receiver.texts()).to.deep.equal(["good 1", "good 2", "bad"]));
    await eventually(async () => expect((await read(ada, id))["deadLetters"]).to.equal(0));
  });

  it("give up the bad event of a batch alone", async () => {
    const before = String((await auditor.get("/v1/events?limit=500")).body["next"]);
    for (const text of ["left of it", "bad in a batch", "right of it"]) await note(ada, text);
    receiver.answer = ({ events }, response) => {
      const isBad = events.some((event) => event.args.text.startsWith("bad"));
      response.writeHead(isBad ? 422 : 200).end();
    };
    const { id } = await subscribe(ada, { after: before });
    await eventually(() => expect(receiver.texts()).to.deep.equal(["left of it", "right of it"]));
    await eventually(async () => {
      const states = (await deliveries(ada, id)).map(({ state }) => state);
      expect(states).to.deep.equal(["delivered", "dead", "delivered"]);
    });
    expect(receiver.posts[0]?.events).to.have.length(3);
  });

  it("pause when everything fails, and one action sends it all again in order", async () => {
    const { id } = await subscribe(ada);
    receiver.answer = (_post, response) => response.writeHead(503).end();
    for (const text of ["one", "two", "three"]) await note(ada, text);
    await eventually(async () =>
      expect(await read(ada, id)).to.include({ state: "paused", pausedBecause: "failures" }),
    );
    expect((await read(ada, id))["deadLetters"]).to.equal(2);
    const metrics = stack.gateway.gateway.services.metrics.webhookSubscriptions;
    expect(metrics).to.not.equal(undefined);
    receiver.answer = (_post, response) => response.writeHead(200).end();
    const resumed = await ada.post(`/v1/subscriptions/${id}/replay`, {});
    expect(resumed.body).to.include({ state: "active", pausedBecause: null });
    await eventually(() => expect(receiver.texts()).to.deep.equal(["one", "two", "three"]));
    await eventually(async () => expect((await read(ada, id))["deadLetters"]).to.equal(0));
  });

  it("honour Retry-After", async () => {
    await subscribe(ada);
    receiver.answer = (_post, response) => {
      if (receiver.posts.length === 1) response.writeHead(429, { "retry-after": "1" }).end();
      else response.writeHead(200).end();
    };
    await note(ada, "later");
    await eventually(() => expect(receiver.texts()).to.deep.equal(["later"]));
    const [first, second] = receiver.posts;
    expect((second?.at ?? 0) - (first?.at ?? 0)).to.be.greaterThan(990);
  });

  it("follow no redirect, wait no longer than the time-out, read no long answer", async () => {
    const elsewhere = await webhookReceiver();
    const { id } = await subscribe(ada);
    let turn = 0;
    receiver.answer = (_post, response) => {
      turn++;
      if (turn === 1) response.writeHead(307, { location: elsewhere.url }).end();
      else if (turn === 2) return;
      else response.writeHead(200).end("x".repeat(5_000_000));
    };
    await note(ada, "stubborn");
    await eventually(async () => {
      const [last] = await deliveries(ada, id);
      expect(last).to.include({ state: "delivered", attempts: 3 });
    });
    expect(elsewhere.posts).to.deep.equal([]);
    await elsewhere.close();
    expect(String((await read(ada, id))["lastFailure"])).to.include("did not answer within 1");
  });

  it("ask what the member may see at every attempt", async () => {
    const { directory } = stack.gateway.gateway.services;
    const real = directory.find;
    await subscribe(auditor);
    await note(ada, "while in office");
    await eventually(() => expect(receiver.texts()).to.deep.equal(["while in office"]));
    Object.assign(directory, {
      find: async (memberId: number) => {
        const member = await real(memberId);
        return member && { ...member, roles: member.roles.filter((role) => role !== "auditor") };
      },
    });
    await pause(1_100);
    await note(ada, "after it");
    await pause(500);
    Object.assign(directory, { find: real });
    expect(receiver.texts()).to.deep.equal(["while in office"]);
  });

  it("sign with both secrets while one replaces the other", async () => {
    const { id, secret } = await subscribe(ada);
    const rotated = await ada.post(`/v1/subscriptions/${id}/secrets`, {});
    const fresh = String(rotated.body["secret"]);
    const ping = await ada.post(`/v1/subscriptions/${id}/test`, undefined);
    expect(ping.body).to.include({ delivered: true, status: 200, failure: null });
    const post = receiver.posts.at(-1);
    expect(post?.events[0]?.type).to.equal("ping");
    const of = (key: string) =>
      createHmac("sha256", key)
        .update(`${post?.headers["tallystick-timestamp"]}.${post?.body}`)
        .digest("hex");
    expect(post?.headers["tallystick-signature"]).to.equal(`v1=${of(fresh)},v1=${of(secret)}`);
    await ada.post(`/v1/subscriptions/${id}/secrets`, { overlapSeconds: 0 });
    await ada.post(`/v1/subscriptions/${id}/test`, undefined);
    expect(receiver.posts.at(-1)?.headers["tallystick-signature"]).to.match(/^v1=[0-9a-f]{64}$/);
  });

  it("keep no secret in the clear, and show it once", async () => {
    const asked = { url: receiver.url };
    const first = await ada.post("/v1/subscriptions", asked, "shown-once");
    const again = await ada.post("/v1/subscriptions", asked, "shown-once");
    const secret = String(first.body["secret"]);
    expect(secret).to.match(/^whsec_[A-Za-z0-9_-]{43}$/);
    expect(again.body["subscription"]).to.equal(first.body["subscription"]);
    expect(again.body).not.to.have.property("secret");
    const tables = ["subscription", "request", "delivery", "seal_salt"];
    for (const table of tables) {
      const rows = await stack.database.query<{ text: string }>(
        `SELECT t::text AS text FROM local.${table} t`,
      );
      expect(rows.some(({ text }) => text.includes(secret))).to.equal(false);
    }
    const listed = await ada.get("/v1/subscriptions");
    expect(JSON.stringify(listed.body)).not.to.include('secret"');
  });

  it("are their member's alone", async () => {
    const { id } = await subscribe(ada);
    const path = `/v1/subscriptions/${id}`;
    const event = "000000000001-000000-000000-00000000";
    for (const who of [ben, auditor]) {
      const answers = await Promise.all([
        who.get(path),
        who.get(`${path}/deliveries`),
        who.send("PATCH", path, { body: { state: "paused" }, key: "not-mine-1" }),
        who.send("DELETE", path, { key: "not-mine-2" }),
        who.post(`${path}/secrets`, {}),
        who.post(`${path}/test`, undefined),
        who.post(`${path}/replay`, {}),
        who.post(`${path}/deliveries/${event}/redelivery`, undefined),
      ]);
      expect(answers.map(({ status }) => status)).to.deep.equal(Array(8).fill(403));
      const listed = (await who.get("/v1/subscriptions")).body["items"];
      expect(listed).to.deep.equal([]);
    }
    expect(await read(ada, id)).to.include({ state: "active" });
  });

  it("rest while the member pauses them, and go on where they were", async () => {
    const { id } = await subscribe(ada);
    const patch = (state: string) =>
      ada.send("PATCH", `/v1/subscriptions/${id}`, {
        body: { state },
        key: `set ${state}`.replace(" ", "-"),
      });
    expect((await patch("paused")).body).to.include({ state: "paused", pausedBecause: "member" });
    await note(ada, "meanwhile");
    await pause(400);
    expect(receiver.texts()).to.deep.equal([]);
    expect((await patch("active")).body).to.include({ state: "active", pausedBecause: null });
    await eventually(() => expect(receiver.texts()).to.deep.equal(["meanwhile"]));
  });

  for (const url of ["http://example.com/", "https://10.0.0.1/", "ftp://example.com", "nonsense"]) {
    it(`are not posted to ${url}`, async () => {
      const { status, body } = await ada.post("/v1/subscriptions", { url });
      expect({ status, code: body["code"] }).to.deep.equal({ status: 422, code: "unprocessable" });
    });
  }
});

describe("Webhooks beside endpoints that hang", function () {
  this.timeout(240_000);

  it("arrive while the others' POSTs are still unanswered", async () => {
    // Longer than the test: nothing that waits for a hanging endpoint arrives before it ends.
    const stack = await notebookStack({ webhooks: { ...webhooks, timeoutMs: 300_000 } });
    const [hanging, healthy] = [await webhookReceiver(), await webhookReceiver()];
    hanging.answer = () => undefined;
    const auditor = await signIn(stack.gateway.url, "auditor");
    const ada = await signIn(stack.gateway.url, "ada");
    for (let index = 0; index < 15; index++) {
      await auditor.post("/v1/subscriptions", { url: hanging.url });
    }
    await ada.post("/v1/subscriptions", { url: healthy.url });
    await ada.post("/v1/notes", { text: "note 0" });
    await eventually(() => expect(hanging.posts).to.have.length(15), 60_000);
    for (let index = 1; index < 10; index++) await ada.post("/v1/notes", { text: `note ${index}` });
    const expected = Array.from({ length: 10 }, (_, index) => `note ${index}`);
    await eventually(() => expect(healthy.texts()).to.deep.equal(expected), 60_000);
    expect(hanging.posts).to.have.length(15);
    await hanging.close();
    await stack.close();
    await healthy.close();
  });
});
