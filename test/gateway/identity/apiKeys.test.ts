import { expect } from "chai";
import { type Client, client } from "../helpers/client.ts";
import { type NotebookStack, notebookStack } from "../helpers/notebookStack.ts";
import { signIn } from "../helpers/signIn.ts";

interface Made {
  readonly key: string;
  readonly apiKey: { readonly keyId: string; readonly lastUsedAt: string | null };
}

describe("API keys", function () {
  this.timeout(60_000);
  let stack: NotebookStack;
  let url: string;
  let ada: Client;
  before(async () => {
    stack = await notebookStack();
    url = stack.gateway.url;
    ada = await signIn(url, "ada");
  });
  after(() => stack.close());

  let names = 0;
  const make = async (wanted: Record<string, unknown> = {}, by: Client = ada): Promise<Made> => {
    names += 1;
    const body = { name: `system ${names}`, scopes: ["read", "write"], ...wanted };
    const answer = await by.post("/v1/api-keys", body);
    expect(answer.status, JSON.stringify(answer.body)).to.equal(201);
    return answer.body as unknown as Made;
  };
  const me = (key: string) => client(url, key).get("/v1/me");

  it("let a member's system in, as itself and for its scopes", async () => {
    const { key, apiKey } = await make({ scopes: ["read"] });
    expect(key).to.match(/^tsk_[0-9a-f]{16}_[A-Za-z0-9_-]{43}$/);
    expect((await me(key)).body).to.include({ memberId: 1, person: `key:${apiKey.keyId}` });
    const write = await client(url, key).post("/v1/drafts", { text: "a" });
    expect(write.body["code"]).to.equal("scope-missing");
  });

  it("are stored as a digest, shown once, and remembered by no answer", async () => {
    const { key } = await make();
    const secret = key.split("_").slice(2).join("_");
    const listed = await ada.get("/v1/api-keys");
    const tables = await stack.database.query<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'local'",
    );
    for (const { name } of tables) {
      const rows = await stack.database.query<{ row: string }>(
        `SELECT t::text AS row FROM local.${name} t`,
      );
      expect(
        rows.filter(({ row }) => row.includes(secret)),
        name,
      ).to.deep.equal([]);
    }
    expect(JSON.stringify(listed.body)).to.not.include(secret);
    expect(listed.headers.get("x-ledger-block")).to.not.equal(null);
  });

  it("are refused alike whether id, secret or form is wrong", async () => {
    const { key } = await make();
    const last = key.at(-1) === "A" ? "E" : "A";
    const wrong = [
      `${key.slice(0, -1)}${last}`,
      `tsk_${"0".repeat(16)}_${key.slice(21)}`,
      key.slice(0, -1),
      "tsk_",
      `${key}a`,
    ];
    for (const text of wrong) {
      const { status, body } = await me(text);
      expect([status, body["detail"]], text).to.deep.equal([401, "The key is not accepted."]);
    }
  });

  it("end at once when they are revoked", async () => {
    const { key, apiKey } = await make();
    expect((await me(key)).status).to.equal(200);
    const revoke = () => ada.send("DELETE", `/v1/api-keys/${apiKey.keyId}`);
    expect((await revoke()).status).to.equal(204);
    expect((await me(key)).status).to.equal(401);
    expect((await revoke()).status).to.equal(404);
  });

  it("end by themselves when they expire", async () => {
    const expiresAt = new Date(Date.now() + 1_000).toISOString();
    const { key } = await make({ expiresAt });
    expect((await me(key)).status).to.equal(200);
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    expect((await me(key)).status).to.equal(401);
    const late = { name: "late", scopes: ["read"], expiresAt: "2020-01-01T00:00:00Z" };
    expect((await ada.post("/v1/api-keys", late)).status).to.equal(422);
  });

  it("work from the addresses that they were made for", async () => {
    const here = await make({ addresses: ["127.0.0.0/8", "2001:db8::/32"] });
    const elsewhere = await make({ addresses: ["192.0.2.0/24", "::1"] });
    expect((await me(here.key)).status).to.equal(200);
    expect((await me(elsewhere.key)).body["code"]).to.equal("not-permitted");
    const wrong = { name: "wrong", scopes: ["read"], addresses: ["192.0.2.0/33"] };
    expect((await ada.post("/v1/api-keys", wrong)).status).to.equal(400);
  });

  it("note when they were used, once a minute", async () => {
    const { key, apiKey } = await make();
    expect(apiKey.lastUsedAt).to.equal(null);
    for (let count = 0; count < 5; count += 1) await me(key);
    const listed = await ada.get("/v1/api-keys");
    const items = listed.body["items"] as Made["apiKey"][];
    const used = items.find(({ keyId }) => keyId === apiKey.keyId)?.lastUsedAt;
    expect(Date.now() - Date.parse(used ?? "")).to.be.within(0, 10_000);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await me(key);
    const again = (await ada.get("/v1/api-keys")).body["items"] as Made["apiKey"][];
    expect(again.find(({ keyId }) => keyId === apiKey.keyId)?.lastUsedAt).to.equal(used);
  });

  it("never are a second person, and give no more than their maker has", async () => {
    const body = { name: "second", scopes: ["read", "approve"] };
    expect((await ada.post("/v1/api-keys", body)).status).to.equal(400);
    const { key } = await make({ scopes: ["administer"] });
    const more = { name: "more", scopes: ["write"] };
    const answer = await client(url, key).post("/v1/api-keys", more);
    expect([answer.status, answer.body["code"]]).to.deep.equal([403, "scope-missing"]);
  });

  it("belong to their member alone", async () => {
    const { apiKey } = await make();
    const ben = await signIn(url, "ben");
    expect((await ben.get("/v1/api-keys")).body["items"]).to.deep.equal([]);
    const revoked = await ben.send("DELETE", `/v1/api-keys/${apiKey.keyId}`);
    expect(revoked.status).to.equal(404);
  });

  it("are made once by a repeated request, whose answer doesn't show the key again", async () => {
    const asked = { name: "warehouse", scopes: ["read"] };
    const first = await ada.post("/v1/api-keys", asked, "one-key");
    const again = await ada.post("/v1/api-keys", asked, "one-key");
    expect(again.headers.get("idempotency-replayed")).to.equal("true");
    expect(again.body).to.deep.equal({ apiKey: first.body["apiKey"] });
  });

  it("have names of their own while they live", async () => {
    const body = { name: "payroll", scopes: ["read"] };
    const both = await Promise.all([1, 2].map(() => ada.post("/v1/api-keys", body)));
    expect(both.map(({ status }) => status).sort()).to.deep.equal([201, 409]);
  });
});
