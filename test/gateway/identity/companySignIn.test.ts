import { expect } from "chai";
import { client } from "../helpers/client.ts";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";
import { temporaryFile } from "../helpers/temporaryFile.ts";
import { type TestIssuer, testIssuer } from "../helpers/testIssuer.ts";

const publicUrl = "https://tally.example";

describe("Signing in through one's company", function () {
  this.timeout(90_000);
  let world: LedgerGateway;
  let issuer: TestIssuer;
  before(async () => {
    issuer = await testIssuer();
    const settings = [
      {
        name: "works",
        title: "Lianyun Bearings",
        issuer: issuer.url,
        audience: "tallystick",
        clientId: "console",
        scopeClaim: "scope",
      },
      { name: "machines", issuer: "https://machines.example", audience: "tallystick" },
    ];
    const oidcIssuersFile = await temporaryFile("issuers.json", JSON.stringify(settings));
    world = await ledgerGateway({ oidcIssuersFile, publicUrl });
    const path = `/v1/members/${world.who.tierOne.id}/administrator`;
    const first = { issuer: "works", subject: "wang", name: "Wang Fang" };
    const answer = await world.as("operator").post(path, first);
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  });
  after(async () => {
    await world.close();
    await issuer.close();
  });

  const flowCookie = (headers: Headers) =>
    headers
      .getSetCookie()
      .find((each) => each.startsWith("tallystick_sign_in="))
      ?.split(";")[0] ?? "";
  const sessionCookie = (headers: Headers) =>
    headers
      .getSetCookie()
      .find((each) => each.startsWith("tallystick_session="))
      ?.split(";")[0];

  /** Follows one redirect by hand, as a browser would. */
  async function visit(url: string, cookie = ""): Promise<Response> {
    return fetch(url.replace(publicUrl, world.url), {
      redirect: "manual",
      headers: cookie === "" ? {} : { cookie },
    });
  }
  async function throughProvider() {
    const start = await visit(`${publicUrl}/v1/sign-in/oidc/works`);
    const cookie = flowCookie(start.headers);
    const asked = new URL(start.headers.get("location") ?? "");
    const provider = await visit(asked.href);
    return { cookie, asked, back: provider.headers.get("location") ?? "" };
  }

  it("is offered for providers that know this gateway as a client, and for no others", async () => {
    const { body } = await client(world.url).get("/v1/sign-in/options");
    expect(body["issuers"]).to.deep.equal([{ name: "works", title: "Lianyun Bearings" }]);
    expect((await client(world.url).get("/v1/sign-in/oidc/machines")).status).to.equal(404);
  });

  it("asks the provider with state, nonce and PKCE, and comes back signed in", async () => {
    const { cookie, asked, back } = await throughProvider();
    expect(Object.fromEntries(asked.searchParams)).to.include({
      response_type: "code",
      client_id: "console",
      code_challenge_method: "S256",
      redirect_uri: `${publicUrl}/v1/sign-in/oidc/works/callback`,
    });
    for (const name of ["state", "nonce", "code_challenge"]) {
      expect(asked.searchParams.get(name)).to.match(/^[\w-]{32,}$/);
    }
    const end = await visit(back, cookie);
    expect([end.status, end.headers.get("location")]).to.deep.equal([303, "/"]);
    const session = sessionCookie(end.headers) ?? "";
    const me = await client(world.url).get("/v1/me", { cookie: session });
    expect(me.body).to.include({ memberId: world.who.tierOne.id, person: "oidc:works:wang" });
    expect(me.body["scopes"]).to.deep.equal(["read", "write", "approve", "administer"]);
  });

  it("ends once, in the browser that began it, and only as it began", async () => {
    const { cookie, back } = await throughProvider();
    const refused = async (url: string, own: string) => {
      const end = await visit(url, own);
      expect(sessionCookie(end.headers)).to.equal(undefined);
      return end.headers.get("location");
    };
    expect(await refused(back, "")).to.equal("/?sign-in=refused");
    const others = await throughProvider();
    expect(await refused(back, others.cookie)).to.equal("/?sign-in=refused");
    const crossed = new URL(others.back);
    crossed.searchParams.set("code", new URL(back).searchParams.get("code") ?? "");
    // Somebody else's code under one's own state: PKCE and nonce don't fit.
    expect(await refused(crossed.href, others.cookie)).to.equal("/?sign-in=refused");
    const whole = await throughProvider();
    expect((await visit(whole.back, whole.cookie)).headers.get("location")).to.equal("/");
    expect(await refused(whole.back, whole.cookie)).to.equal("/?sign-in=refused");
    expect(cookie).to.not.equal(others.cookie);
  });

  it("says when the company's page is away, and when no member has named the person", async () => {
    issuer.person = "stranger";
    const { cookie, back } = await throughProvider();
    const unknown = await visit(back, cookie);
    expect(unknown.headers.get("location")).to.equal("/?sign-in=unknown");
    issuer.person = "wang";
    const later = await throughProvider();
    issuer.isUp = false;
    const away = await visit(later.back, later.cookie);
    issuer.isUp = true;
    expect(away.headers.get("location")).to.equal("/?sign-in=unreachable");
  });

  it("doesn't stay when the member changes the person", async () => {
    const { cookie, back } = await throughProvider();
    const session = sessionCookie((await visit(back, cookie)).headers) ?? "";
    const people = await world.as("tierOne").get("/v1/people");
    const [wang] = people.body["items"] as { personId: string }[];
    const body = { name: "Wang Fang", scopes: ["read"], active: true };
    const changed = await world.write("tierOne", "PUT", `/v1/people/${wang?.personId}`, body);
    expect(changed.status, JSON.stringify(changed.body)).to.equal(200);
    expect((await client(world.url).get("/v1/me", { cookie: session })).status).to.equal(401);
  });

  it("begins with the operator's word, once for each member and no further", async () => {
    const path = `/v1/members/${world.who.tierTwo.id}/administrator`;
    const first = { issuer: "works", subject: "li", name: "Li" };
    expect((await world.as("tierThree").post(path, first)).status).to.equal(403);
    expect((await world.as("operator").post(path, first)).status).to.equal(201);
    const second = { issuer: "works", subject: "operator's friend", name: "Friend" };
    const again = await world.as("operator").post(path, second);
    expect([again.status, again.body["code"]]).to.deep.equal([409, "conflict"]);
    const nobody = await world.as("operator").post("/v1/members/4000/administrator", second);
    expect(nobody.status).to.equal(404);
    const unknown = { issuer: "elsewhere", subject: "x", name: "X" };
    const third = `/v1/members/${world.who.tierThree.id}/administrator`;
    expect((await world.as("operator").post(third, unknown)).status).to.equal(422);
  });
});
