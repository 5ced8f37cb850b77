import { randomUUID } from "node:crypto";
import { expect } from "chai";
import type { Database } from "../../gateway/database/database.ts";
import { type Client, client } from "./helpers/client.ts";
import { deployNotebook } from "./helpers/deployNotebook.ts";
import { emptyDatabase } from "./helpers/emptyDatabase.ts";
import { signIn } from "./helpers/signIn.ts";
import { startAnvil, type TestChain } from "./helpers/startAnvil.ts";
import { type TestGateway, testGateway } from "./helpers/testGateway.ts";

describe("A write to the gateway", function () {
  this.timeout(60_000);
  let chain: TestChain;
  let database: Database;
  let gateway: TestGateway;
  let ada: Client;

  before(async () => {
    [chain, database] = await Promise.all([startAnvil(), emptyDatabase()]);
    gateway = await testGateway({ database, rpc: chain.rpc, ledger: await deployNotebook(chain) });
    ada = await signIn(gateway.url, "ada");
  });

  after(async () => {
    await gateway.close();
    await database.close();
    await chain.stop();
  });

  const countNotes = async () => {
    const [row] = await database.query<{ n: bigint }>("SELECT count(*) AS n FROM projected.note");
    return Number(row?.n);
  };

  it("is on the ledger and in the projection when it is answered", async () => {
    const written = await ada.post("/v1/notes", { text: "hello" });
    expect(written.status).to.equal(201);
    const read = await ada.get(`/v1/notes/${written.body["number"]}`);
    expect(read.status).to.equal(200);
    expect(read.body["text"]).to.equal("hello");
    expect(Number(read.headers.get("x-ledger-block"))).to.be.greaterThan(0);
  });

  it("is answered again, not carried out again, under the same key", async () => {
    const key = randomUUID();
    const before = await countNotes();
    const first = await ada.post("/v1/notes", { text: "once" }, key);
    const again = await ada.post("/v1/notes", { text: "once" }, key);
    expect(again.status).to.equal(201);
    expect(again.body).to.deep.equal(first.body);
    expect(first.headers.get("idempotency-replayed")).to.equal(null);
    expect(again.headers.get("idempotency-replayed")).to.equal("true");
    expect(await countNotes()).to.equal(before + 1);
  });

  it("is one effect when 64 identical ones arrive at once", async () => {
    const key = randomUUID();
    const before = await countNotes();
    const all = Array.from({ length: 64 }, () => ada.post("/v1/notes", { text: "storm" }, key));
    const answers = await Promise.all(all);
    const statuses = new Set(answers.map((answer) => answer.status));
    expect([...statuses].every((status) => status === 201 || status === 409)).to.equal(true);
    expect(
      answers.filter(
        ({ headers, status }) => status === 201 && !headers.has("idempotency-replayed"),
      ),
    ).to.have.length(1);
    expect(await countNotes()).to.equal(before + 1);
    expect(
      (await ada.post("/v1/notes", { text: "storm" }, key)).headers.get("idempotency-replayed"),
    ).to.equal("true");
  });

  it("is refused with 422 when the key named another body", async () => {
    const key = randomUUID();
    await ada.post("/v1/notes", { text: "this" }, key);
    const other = await ada.post("/v1/notes", { text: "that" }, key);
    expect(other.status).to.equal(422);
    expect(other.body["code"]).to.equal("idempotency-key-reused");
  });

  it("may use another member's key, which names another request", async () => {
    const key = randomUUID();
    const ben = await signIn(gateway.url, "ben");
    const [one, two] = await Promise.all([
      ada.post("/v1/notes", { text: "same key" }, key),
      ben.post("/v1/notes", { text: "same key" }, key),
    ]);
    expect([one.status, two.status]).to.deep.equal([201, 201]);
    expect(one.body["number"]).to.not.equal(two.body["number"]);
  });

  it("that the ledger refuses says why, with the error's arguments, and is not remembered", async () => {
    const key = randomUUID();
    const before = await countNotes();
    const refused = await ada.post("/v1/notes", { text: "x".repeat(41) }, key);
    expect(refused.status).to.equal(409);
    expect(refused.headers.get("content-type")).to.include("application/problem+json");
    expect(refused.body).to.include({
      code: "NotebookNoteTooLong",
      type: "urn:tallystick:problem:NotebookNoteTooLong",
    });
    expect(refused.body["args"]).to.deep.equal({ length: "41", longest: "40" });
    expect(await countNotes()).to.equal(before);
    expect((await ada.post("/v1/notes", { text: "shorter" }, key)).status).to.equal(201);
  });

  it("that stays in the gateway has one effect too", async () => {
    const key = randomUUID();
    const first = await ada.post("/v1/drafts", { text: "draft" }, key);
    const again = await ada.post("/v1/drafts", { text: "draft" }, key);
    expect(again.body).to.deep.equal(first.body);
    expect(await database.query("SELECT text FROM local.draft")).to.deep.equal([{ text: "draft" }]);
  });

  it("shows a secret once, and remembers the answer without it", async () => {
    const first = await ada.send("POST", "/v1/tokens", { key: "token-1" });
    expect(first.body).to.deep.equal({ secret: "shown once" });
    const again = await ada.send("POST", "/v1/tokens", { key: "token-1" });
    expect(again.status).to.equal(201);
    expect(again.body).to.deep.equal({});
    const kept = await database.query<{ answer_body: string }>(
      "SELECT answer_body FROM local.request WHERE idempotency_key = 'token-1'",
    );
    expect(kept).to.deep.equal([{ answer_body: "{}" }]);
  });

  it("by many members in parallel gives each its own nonce and number", async () => {
    const ben = await signIn(gateway.url, "ben");
    const all = Array.from({ length: 120 }, (_, index) =>
      (index % 2 === 0 ? ada : ben).post("/v1/notes", { text: `parallel ${index}` }),
    );
    const answers = await Promise.all(all);
    expect(answers.every((answer) => answer.status === 201)).to.equal(true);
    expect(new Set(answers.map((answer) => answer.body["number"])).size).to.equal(120);
  });

  const problems: [
    string,
    number,
    string,
    () => Promise<{ status: number; body: Record<string, unknown>; headers: Headers }>,
  ][] = [
    [
      "malformed JSON",
      400,
      "malformed-json",
      () => ada.send("POST", "/v1/notes", { rawBody: "{nope", key: "k-malformed" }),
    ],
    [
      "a body that is too large",
      413,
      "body-too-large",
      () => ada.post("/v1/notes", { text: "x".repeat(300_000) }),
    ],
    [
      "a body that is no JSON",
      415,
      "unsupported-media-type",
      () =>
        ada.send("POST", "/v1/notes", {
          rawBody: "a=b",
          headers: { "content-type": "application/x-www-form-urlencoded" },
          key: "k",
        }),
    ],
    [
      "a body with an unknown field",
      400,
      "invalid-request",
      () => ada.post("/v1/notes", { text: "a", admin: true }),
    ],
    [
      "a body nested too deep",
      400,
      "invalid-request",
      () =>
        ada.send("POST", "/v1/notes", {
          rawBody: `{"text":${"[".repeat(5_000)}${"]".repeat(5_000)}}`,
          key: "k-deep",
        }),
    ],
    [
      "text that no database stores",
      400,
      "unstorable-text",
      () => ada.post("/v1/notes", { text: "a\u0000b" }),
    ],
    ["an unknown route", 404, "not-found", () => ada.get("/v1/nothing")],
    [
      "a known route with another method",
      405,
      "method-not-allowed",
      () => ada.send("DELETE", "/v1/notes"),
    ],
    ["a path that is no text", 400, "invalid-request", () => ada.get("/v1/notes/%E0%A4%A")],
    [
      "a missing Idempotency-Key",
      400,
      "idempotency-key-missing",
      () => ada.send("POST", "/v1/notes", { body: { text: "a" } }),
    ],
    [
      "an unusable Idempotency-Key",
      400,
      "idempotency-key-invalid",
      () => ada.post("/v1/notes", { text: "a" }, "x".repeat(256)),
    ],
    [
      "nobody signed in",
      401,
      "not-signed-in",
      () => client(gateway.url).post("/v1/notes", { text: "a" }),
    ],
    [
      "a token that is no session",
      401,
      "not-signed-in",
      () => client(gateway.url, "0123456789abcdef0123").get("/v1/me"),
    ],
    [
      "a member without the role",
      403,
      "not-permitted",
      async () => (await signIn(gateway.url, "auditor")).post("/v1/notes", { text: "a" }),
    ],
    ["a member whom the policy excludes", 403, "not-permitted", () => ada.get("/v1/notes/99")],
    [
      "an unknown demo member",
      404,
      "not-found",
      () => client(gateway.url).send("POST", "/v1/sessions", { body: { member: "eve" } }),
    ],
    [
      "a block that never comes",
      503,
      "projection-behind",
      () => ada.get("/v1/notes/1?atLeastBlock=999999"),
    ],
    [
      "a block that is no number",
      400,
      "invalid-request",
      () => ada.get("/v1/notes/1?atLeastBlock=-1"),
    ],
  ];
  for (const [what, status, code, ask] of problems) {
    it(`meets ${what} with problem ${code}`, async () => {
      const answer = await ask();
      expect(answer.status).to.equal(status);
      expect(answer.headers.get("content-type")).to.include("application/problem+json");
      expect(answer.body).to.include({ code, status, type: `urn:tallystick:problem:${code}` });
      expect(answer.body["detail"]).to.be.a("string").that.is.not.empty;
    });
  }
});
