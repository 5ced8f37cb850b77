import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { connectDatabase } from "../../gateway/database/connectDatabase.ts";
import type { Database } from "../../gateway/database/database.ts";
import type { Ledger } from "../../gateway/ledger/ledger.ts";
import { type Answer, type Client, client } from "./helpers/client.ts";
import { deployNotebook } from "./helpers/deployNotebook.ts";
import { emptyDatabase } from "./helpers/emptyDatabase.ts";
import { eventually } from "./helpers/eventually.ts";
import { pause } from "./helpers/pause.ts";
import { signIn } from "./helpers/signIn.ts";
import { startAnvil, type TestChain } from "./helpers/startAnvil.ts";
import { type TestGateway, testGateway } from "./helpers/testGateway.ts";
import { type WebhookReceiver, webhookReceiver } from "./helpers/webhookReceiver.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const webhooks = {
  allowHttp: false,
  privateHosts: ["127.0.0.1"],
  attempts: 3,
  pauseAfter: 2,
  retryMs: 20,
  longestRetryMs: 1_000,
  timeoutMs: 2_000,
};

type Ended = { readonly code: number; readonly said: string; readonly json: unknown };

/** The command line in a process of its own, with these variables alone. */
function tally(variables: Readonly<Record<string, string>>, ...args: string[]): Promise<Ended> {
  const env = { PATH: process.env["PATH"], ...variables };
  const command = ["--import", "tsx", "scripts/tally.ts", ...args, "--json"];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: root, env }, (error, stdout, stderr) => {
      const code = typeof error?.code === "number" ? error.code : 0;
      resolve({ code, said: stderr, json: stdout === "" ? undefined : JSON.parse(stdout) });
    });
  });
}

describe("A backup of a gateway that works meanwhile", function () {
  this.timeout(120_000);
  let folder: string;
  let file: string;
  let chain: TestChain;
  let ledger: Ledger;
  let database: Database;
  let gateway: TestGateway;
  let receiver: WebhookReceiver;
  let ben: Client;
  const acknowledged: { key: string; text: string; answer: Answer }[] = [];
  let subscription: string;
  let approval: string;

  const start = () =>
    testGateway({ database, rpc: chain.rpc, ledger, config: { webhooks, dataDirectory: folder } });

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "running-backup-"));
    file = join(folder, "backup");
    [chain, database, receiver] = await Promise.all([
      startAnvil(),
      emptyDatabase(),
      webhookReceiver(),
    ]);
    ledger = await deployNotebook(chain);
    gateway = await start();
    ben = await signIn(gateway.url, "ben");
    const subscribed = await ben.post("/v1/subscriptions", { url: receiver.url });
    subscription = String(subscribed.body["subscription"]);
    const ada = await signIn(gateway.url, "ada", "Ada One");
    await ada.post("/v1/approval-rules", { operations: ["writeNote"], limits: { CNY: "1000" } });
    const held = await ada.post("/v1/notes", { text: "pay CNY 1001" });
    approval = String(held.body["approval"]);
  });

  after(async () => {
    await gateway.close();
    await database.close();
    await Promise.all([chain.stop(), receiver.close()]);
    await rm(folder, { recursive: true });
  });

  const note = async (text: string) => {
    const key = randomUUID();
    const answer = await ben.post("/v1/notes", { text }, key);
    expect(answer.status, JSON.stringify(answer.body)).to.equal(201);
    acknowledged.push({ key, text, answer });
  };
  /** Does something while others write. */
  const amidWrites = async (work: () => Promise<void>) => {
    let isWriting = true;
    const write = async () => {
      while (isWriting) await note(randomUUID());
    };
    const writing = write();
    try {
      await work();
    } finally {
      isWriting = false;
      await writing;
    }
  };
  const token = async (member: string) => {
    const { body } = await client(gateway.url).send("POST", "/v1/sessions", { body: { member } });
    return String(body["token"]);
  };
  const restore = (into: string, from = file, variables: Record<string, string> = {}) =>
    tally(
      {
        DATA_DIRECTORY: join(folder, into),
        RPC_URL: chain.url,
        KEYSTORE_PASSPHRASE: "for tests only",
        ...variables,
      },
      "restore",
      from,
    );

  it("is had over HTTP and by the command line, by operators alone, while others write", async () => {
    const [operator, supplier] = [await token("operator"), await token("ben")];
    const asked = (bearer: string) =>
      fetch(`${gateway.url}/v1/backups`, {
        method: "POST",
        headers: { authorization: `Bearer ${bearer}` },
      });
    const where = ["backup", file, "--gateway", gateway.url];
    await amidWrites(async () => {
      const streamed = await asked(operator);
      expect(streamed.status).to.equal(200);
      expect(streamed.headers.get("content-type")).to.equal("application/octet-stream");
      expect(streamed.headers.get("cache-control")).to.equal("no-store");
      expect(await streamed.text()).to.match(/^tallystick-backup 1 1024 [0-9a-f]{64}\n/);
      expect((await asked(supplier)).status).to.equal(403);
      const refused = await tally({ TALLYSTICK_TOKEN: supplier }, ...where);
      expect([refused.code, refused.said]).to.deep.equal([
        1,
        "This is for a member with one of the roles operator.\n",
      ]);
      const done = await tally({ TALLYSTICK_TOKEN: operator }, ...where);
      expect(done.code, done.said).to.equal(0);
      const { size, mode } = await stat(file);
      expect(done.json).to.deep.equal({ file, bytes: size });
      expect(mode & 0o077, "nobody else reads it").to.equal(0);
    });
    await note("after the backup");
    await eventually(async () => {
      const entries = await database.query<{ status: number }>(
        "SELECT status FROM local.audit_entry WHERE operation = 'createBackup' ORDER BY status",
      );
      expect(entries.map(({ status }) => status)).to.deep.equal([200, 200, 403, 403]);
    });
  });

  it("is refused in a sentence with another passphrase, cut off, changed, or of another ledger", async () => {
    const bytes = await readFile(file);
    const cut = join(folder, "cut");
    await writeFile(cut, bytes.subarray(0, bytes.length - 100));
    const flipped = join(folder, "flipped");
    const middle = bytes.length >> 1;
    await writeFile(flipped, bytes.with(middle, (bytes[middle] ?? 0) ^ 1));
    await pause(1_000);
    const other = await startAnvil();
    const passphrase = { KEYSTORE_PASSPHRASE: "another passphrase" };
    const ended = await Promise.all([
      restore("refused", file, passphrase),
      restore("refused", cut),
      restore("refused", flipped),
      restore("refused", file, { RPC_URL: other.url }),
      restore("refused", join(folder, "nothing")),
    ]);
    await other.stop();
    expect(existsSync(join(folder, "refused")), "nothing was begun").to.equal(false);
    expect(ended.map(({ code }) => code)).to.deep.equal([3, 3, 3, 3, 3]);
    const said = ended.map(({ said }) => said);
    expect(said[0]).to.match(/^The passphrase is not the one that this backup was made with/);
    expect(said[1]).to.match(/^The backup is cut off/);
    expect(said[2]).to.match(/^The backup was changed: frame \d+ is not as it was written/);
    expect(said[3]).to.match(/^The backup is of chain 73571 with genesis 0x.* but the node serves/);
    expect(said[4]).to.include("no such file");
  });

  it("goes into an empty database, and over no full one unasked", async () => {
    const done = await restore("restored");
    expect(done.code, done.said).to.equal(0);
    const again = await restore("restored");
    expect([again.code, again.said]).to.deep.equal([
      3,
      "The database is not empty. To lose what it holds, say --replace.\n",
    ]);
  });

  it("is all that the next gateway needs to answer as before, and to go on", async () => {
    await gateway.close();
    await database.close();
    database = await connectDatabase({ directory: join(folder, "restored", "database") });
    gateway = await start();
    ben = await signIn(gateway.url, "ben");
    await eventually(async () => expect((await ben.get("/readyz")).status).to.equal(200));
    const kept = await database.query<{ idempotency_key: string; state: string }>(
      "SELECT idempotency_key, state FROM local.request",
    );
    const known = new Map(kept.map((row) => [row.idempotency_key, row.state]));
    const isKnown = ({ key }: { key: string }) => known.has(key);
    expect(acknowledged.some(isKnown), "some before the backup").to.equal(true);
    expect(acknowledged.every(isKnown), "some after it").to.equal(false);
    for (const { key, text, answer } of acknowledged) {
      const changed = await ben.post("/v1/notes", { text: `${text} changed` }, key);
      expect([changed.status, changed.body["code"]]).to.deep.equal([422, "idempotency-key-reused"]);
      const again = await ben.post("/v1/notes", { text }, key);
      expect(again.status).to.equal(201);
      expect(again.body).to.deep.equal(answer.body);
      // What was at work when the backup was taken gets its first answer, as far as this database knows.
      const replayed = known.get(key) === "open" ? null : "true";
      expect(again.headers.get("idempotency-replayed")).to.equal(replayed);
    }
    await note("by the next gateway");
    const notes = await database.query<{ text: string }>("SELECT text FROM projected.note");
    expect(notes.map(({ text }) => text)).to.have.members(acknowledged.map(({ text }) => text));
  });

  it("brings subscriptions and what waits for second persons", async () => {
    const subscriptions = await ben.get("/v1/subscriptions");
    const items = subscriptions.body["items"] as { subscription: string }[];
    expect(items.map((item) => item.subscription)).to.deep.equal([subscription]);
    await eventually(() => expect(receiver.texts()).to.include("by the next gateway"));
    const second = await signIn(gateway.url, "ada", "Ada Two");
    expect((await second.get(`/v1/approvals/${approval}`)).body["state"]).to.equal("waiting");
    const agreed = await second.post(`/v1/approvals/${approval}/approval`, {});
    expect([agreed.status, agreed.body["state"]]).to.deep.equal([200, "done"]);
    const rules = await second.get("/v1/approval-rules");
    expect(rules.body["items"]).to.have.length(1);
  });
});
