import { expect } from "chai";
import { SignJWT, UnsecuredJWT } from "jose";
import { client } from "../helpers/client.ts";
import { type NotebookStack, notebookStack } from "../helpers/notebookStack.ts";
import { signIn } from "../helpers/signIn.ts";
import { temporaryFile } from "../helpers/temporaryFile.ts";
import { type TestGateway, testGateway } from "../helpers/testGateway.ts";
import { type TestIssuer, testIssuer } from "../helpers/testIssuer.ts";

describe("Tokens of a company's identity provider", function () {
  this.timeout(60_000);
  let stack: NotebookStack;
  let issuer: TestIssuer;
  let spare: TestIssuer;
  let url: string;

  before(async () => {
    [issuer, spare] = await Promise.all([testIssuer(), testIssuer()]);
    const settings = [
      {
        name: "works",
        issuer: issuer.url,
        audience: "tallystick",
        people: [
          { subject: "wang", member: 1, scopes: ["read", "write", "administer"] },
          { group: "clerks", member: 2, scopes: ["read"] },
        ],
      },
      {
        name: "trusted",
        issuer: spare.url,
        jwksUri: `${spare.url}/keys`,
        audience: ["tallystick", "other"],
        memberClaim: "member",
        memberClaimScopes: ["read", "write"],
        members: [1],
        scopeClaim: "scope",
        scopeWords: { "tally.read": "read", "tally.write": "write" },
      },
    ];
    const oidcIssuersFile = await temporaryFile("issuers.json", JSON.stringify(settings));
    stack = await notebookStack({ oidcIssuersFile });
    url = stack.gateway.url;
  });
  after(async () => {
    await stack.close();
    await Promise.all([issuer.close(), spare.close()]);
  });

  const me = async (token: string) => client(url, token).get("/v1/me");
  const refusal = async (token: string) => {
    const { status, body, headers } = await me(token);
    return [status, body["detail"], headers.get("www-authenticate")];
  };
  const refused = [401, "The token is not accepted.", "Bearer"];

  it("let in whom the configuration maps, with the person's own name and scopes", async () => {
    const { body } = await me(await issuer.token());
    expect(body).to.include({ memberId: 1, person: "oidc:works:wang" });
    expect(body["scopes"]).to.deep.equal(["read", "write", "administer"]);
    const clerk = await me(await issuer.token({ sub: "li", groups: ["clerks", "staff"] }));
    expect(clerk.body).to.include({ memberId: 2, person: "oidc:works:li" });
    const note = await client(url, await issuer.token({ sub: "li", groups: ["clerks"] })).post(
      "/v1/drafts",
      { text: "a" },
    );
    expect([note.status, note.body["code"]]).to.deep.equal([403, "scope-missing"]);
  });

  it("let nobody in whom no member has named", async () => {
    const { status, body } = await me(await issuer.token({ sub: "stranger" }));
    expect([status, body["code"]]).to.deep.equal([403, "person-unknown"]);
  });

  it("are refused alike, whatever is wrong with them", async () => {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer.url, aud: "tallystick", sub: "wang", exp: now + 300 };
    const symmetric = new SignJWT(claims).setProtectedHeader({ alg: "HS256", kid: "first" });
    const [head = "", middle = "", seal = ""] = (await issuer.token()).split(".");
    const other = Buffer.from(JSON.stringify({ ...claims, sub: "director" })).toString("base64url");
    const wrong = {
      "another audience": await issuer.token({ aud: "payroll" }),
      "another issuer": await issuer.token({ iss: "https://elsewhere.example" }),
      "another issuer of ours": await issuer.token({ iss: spare.url }),
      expired: await issuer.token({ exp: now - 60 }),
      "not valid yet": await issuer.token({ nbf: now + 120 }),
      "no expiry": await issuer.eternal(),
      "a key that isn't published": await issuer.forged(),
      "an unknown key id": await issuer.token({}, { kid: "nobody's" }),
      "alg none": new UnsecuredJWT(claims).encode(),
      "alg HS256 with the published key as secret": await symmetric.sign(
        new TextEncoder().encode("first".padEnd(32, "x")),
      ),
      "other claims under the old seal": `${head}.${other}.${seal}`,
      "no seal": `${head}.${middle}.`,
      "a subject that can't be stored": await issuer.token({ sub: "a\u0000b" }),
      "no subject": await issuer.token({ sub: "" }),
      "no claims at all": "aaaa.bbbb.cccc",
    };
    for (const [what, token] of Object.entries(wrong)) {
      expect(await refusal(token), what).to.deep.equal(refused);
    }
  });

  it("may be late and early by the tolerance of the configuration alone", async () => {
    const now = Math.floor(Date.now() / 1000);
    expect((await me(await issuer.token({ exp: now - 10 }))).status).to.equal(200);
    expect((await me(await issuer.token({ nbf: now + 10 }))).status).to.equal(200);
  });

  it("state a member only where the provider is trusted to, and only members that it speaks for", async () => {
    const scope = "tally.read openid";
    const own = await me(await spare.token({ member: "1", scope }));
    expect(own.body).to.include({ memberId: 1, person: "oidc:trusted:wang" });
    expect(own.body["scopes"]).to.deep.equal(["read"]);
    const foreign = await me(await spare.token({ member: 2, scope }));
    expect(foreign.body["code"]).to.equal("person-unknown");
    const untrusted = await me(await issuer.token({ sub: "x", member: 1 }));
    expect(untrusted.body["code"]).to.equal("person-unknown");
  });

  it("are good for what both the provider and the member say", async () => {
    const whole = await me(await spare.token({ member: 1, scope: "tally.read tally.write" }));
    expect(whole.body["scopes"]).to.deep.equal(["read", "write"]);
    const none = await me(await spare.token({ member: 1, scope: "constructor toString" }));
    expect(none.body["code"]).to.equal("scope-missing");
  });

  it("follow the member's own list of people, which can switch one off", async () => {
    const chief = client(url, await issuer.token());
    const asked = { issuer: "works", subject: "zhao", name: "Zhao Min", scopes: ["read"] };
    const added = await chief.post("/v1/people", asked);
    expect(added.status).to.equal(201);
    const token = await issuer.token({ sub: "zhao", groups: ["clerks"] });
    expect((await me(token)).body).to.include({ memberId: 1, person: "oidc:works:zhao" });
    const path = `/v1/people/${added.body["personId"]}`;
    const off = { name: "Zhao Min", scopes: ["read"], active: false };
    const put = await chief.send("PUT", path, { body: off, key: crypto.randomUUID() });
    expect(put.status).to.equal(200);
    // The group would let her in; the member's word is final.
    expect((await me(token)).body["code"]).to.equal("person-unknown");
    expect((await chief.post("/v1/people", asked)).body["code"]).to.equal("conflict");
  });

  it("don't let administrators change themselves, nor other members' people", async () => {
    const chief = client(url, await issuer.token());
    const own = { issuer: "works", subject: "qian", name: "Qian", scopes: ["read", "administer"] };
    const { personId } = (await chief.post("/v1/people", own)).body;
    const body = { name: "Qian", scopes: ["read", "write", "administer"], active: true };
    const asked = { body, key: crypto.randomUUID() };
    const qian = client(url, await issuer.token({ sub: "qian" }));
    const self = await qian.send("PUT", `/v1/people/${personId}`, asked);
    expect([self.status, self.body["code"]]).to.deep.equal([403, "not-permitted"]);
    const ben = await signIn(url, "ben");
    const other = await ben.send("PUT", `/v1/people/${personId}`, asked);
    expect(other.status).to.equal(404);
    expect((await ben.get("/v1/people")).body["items"]).to.deep.equal([]);
  });

  it("are checked with new keys as soon as the provider signs with them", async () => {
    const { database, chain, ledger } = stack;
    const fresh: TestGateway = await testGateway({
      database,
      rpc: chain.rpc,
      ledger,
      config: stack.gateway.gateway.services.config,
    });
    const before = issuer.keyRequests();
    const statuses: number[] = [];
    for (let count = 0; count < 5; count += 1) {
      statuses.push((await client(fresh.url, await issuer.token()).get("/v1/me")).status);
    }
    const asked = issuer.keyRequests() - before;
    // Forged key ids don't make it ask again and again.
    for (let count = 0; count < 5; count += 1) {
      const forged = await issuer.token({}, { kid: `forged ${count}` });
      statuses.push((await client(fresh.url, forged).get("/v1/me")).status);
    }
    const askedForForged = issuer.keyRequests() - before - asked;
    await fresh.close();
    expect(statuses).to.deep.equal([...Array(5).fill(200), ...Array(5).fill(401)]);
    expect([asked, askedForForged]).to.deep.equal([1, 0]);
  });

  it("can't be judged while the provider is away: 503, until its keys are known", async () => {
    const { database, chain, ledger } = stack;
    const config = stack.gateway.gateway.services.config;
    const fresh = await testGateway({ database, rpc: chain.rpc, ledger, config });
    const token = await issuer.token();
    const asked = client(fresh.url, token);
    issuer.isUp = false;
    const away = await asked.get("/v1/me");
    issuer.isUp = true;
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const back = await asked.get("/v1/me");
    issuer.isUp = false;
    const cached = await asked.get("/v1/me");
    issuer.isUp = true;
    await fresh.close();
    expect([away.status, away.body["code"]]).to.deep.equal([503, "issuer-unreachable"]);
    expect([back.status, cached.status]).to.deep.equal([200, 200]);
  });
});
