import { createHash } from "node:crypto";
import { expect } from "chai";
import { client } from "./helpers/client.ts";
import { type NotebookStack, notebookStack } from "./helpers/notebookStack.ts";
import { pause } from "./helpers/pause.ts";
import { signIn } from "./helpers/signIn.ts";
import { testGateway } from "./helpers/testGateway.ts";

describe("Signing in", function () {
  this.timeout(60_000);
  let stack: NotebookStack;
  let url: string;
  before(async () => {
    stack = await notebookStack();
    url = stack.gateway.url;
  });
  after(() => stack.close());

  const open = () => client(url).send("POST", "/v1/sessions", { body: { member: "ada" } });

  const cookieOf = (answer: { headers: Headers }) =>
    answer.headers.get("set-cookie")?.split(";")[0] ?? "";

  it("answers a token and a cookie that scripts and other sites can't use", async () => {
    const answer = await open();
    expect(answer.status).to.equal(201);
    expect(answer.headers.get("set-cookie"))
      .to.match(/HttpOnly/)
      .and.match(/SameSite=Strict/);
    const me = await client(url, String(answer.body["token"])).get("/v1/me");
    expect(me.body).to.include({ memberId: 1, name: "ada" });
    const byCookie = await client(url).get("/v1/me", { cookie: cookieOf(answer) });
    expect(byCookie.body).to.include({ memberId: 1 });
  });

  it("stores no token, only its digest", async () => {
    const token = String((await open()).body["token"]);
    const rows = await stack.database.query("SELECT * FROM local.session");
    expect(
      JSON.stringify(rows, (_key, value) =>
        String(value) === "" ? "" : value instanceof Object ? value : String(value),
      ),
    ).to.not.include(token);
    const digest = createHash("sha256").update(token).digest("hex");
    expect(rows.some((row) => row["token_digest"] === digest)).to.equal(true);
  });

  it("ends at once when one signs out", async () => {
    const ada = await signIn(url, "ada");
    expect((await ada.send("DELETE", "/v1/sessions/current")).status).to.equal(204);
    expect((await ada.get("/v1/me")).status).to.equal(401);
  });

  it("ends by itself", async () => {
    const { database, chain, ledger } = stack;
    const brief = await testGateway({
      database,
      rpc: chain.rpc,
      ledger,
      config: { sessionSeconds: 1 },
    });
    const ada = await signIn(brief.url, "ada");
    const before = await ada.get("/v1/me");
    await pause(1_100);
    const after = await ada.get("/v1/me");
    await brief.close();
    expect([before.status, after.status]).to.deep.equal([200, 401]);
  });

  it("is refused outside a demonstration", async () => {
    const { database, chain, ledger } = stack;
    const serious = await testGateway({
      database,
      rpc: chain.rpc,
      ledger,
      config: { demo: false },
    });
    const answer = await client(serious.url).send("POST", "/v1/sessions", {
      body: { member: "ada" },
    });
    await serious.close();
    expect(answer.status).to.equal(403);
    expect(answer.body["code"]).to.equal("demo-sign-in-disabled");
  });

  it("by cookie writes only from the gateway's own pages", async () => {
    const cookie = cookieOf(await open());
    const write = (headers: Record<string, string>) =>
      client(url).send("POST", "/v1/drafts", {
        body: { text: "a" },
        key: crypto.randomUUID(),
        headers: { cookie, ...headers },
      });
    expect((await write({ "sec-fetch-site": "cross-site" })).body["code"]).to.equal(
      "cross-site-write",
    );
    expect((await write({ "sec-fetch-site": "same-site" })).body["code"]).to.equal(
      "cross-site-write",
    );
    expect((await write({ origin: "https://evil.example" })).body["code"]).to.equal(
      "cross-site-write",
    );
    expect((await write({ origin: url })).status).to.equal(201);
  });
});
