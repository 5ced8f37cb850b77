import { once } from "node:events";
import type { Server } from "node:http";
import { request } from "node:https";
import { expect } from "chai";
import { readConfig } from "../../../gateway/config/readConfig.ts";
import { createWebServer } from "../../../gateway/http/createWebServer.ts";
import { client } from "../helpers/client.ts";
import { type NotebookStack, notebookStack } from "../helpers/notebookStack.ts";
import { signIn } from "../helpers/signIn.ts";
import { temporaryFile } from "../helpers/temporaryFile.ts";
import {
  type TestAuthority,
  type TestCertificate,
  testCertificates,
} from "../helpers/testCertificates.ts";
import { testGateway } from "../helpers/testGateway.ts";

interface Told {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

describe("Client certificates", function () {
  this.timeout(60_000);
  let authority: TestAuthority;
  let others: TestAuthority;
  let stack: NotebookStack;
  let tls: Record<"server" | "byPrint" | "byName" | "unmapped" | "foreign", TestCertificate>;
  let clientsFile: string;
  const open: Server[] = [];

  before(async () => {
    [authority, others] = await Promise.all([testCertificates("ours"), testCertificates("theirs")]);
    const named = ["server", "by-print", "by-name", "unmapped"].map((name) =>
      authority.issue(name),
    );
    const [server, byPrint, byName, unmapped] = await Promise.all(named);
    if (!server || !byPrint || !byName || !unmapped) throw new Error("certificates are missing");
    tls = { server, byPrint, byName, unmapped, foreign: await others.issue("by-name") };
    const clients = [
      { fingerprint: byPrint.fingerprint.toUpperCase(), member: 1, scopes: ["read", "write"] },
      { subject: "O=Test, CN=by-name", member: 2, scopes: ["read"] },
    ];
    clientsFile = await temporaryFile("clients.json", JSON.stringify(clients));
    stack = await notebookStack({ tlsClientsFile: clientsFile });
  });
  after(async () => {
    for (const server of open) server.close();
    await stack.close();
  });

  async function listen(needed: "optional" | "required"): Promise<number> {
    const server = await createWebServer(stack.gateway.gateway.app, {
      tlsCertFile: tls.server.certFile,
      tlsKeyFile: tls.server.keyFile,
      tlsClientCaFile: authority.certFile,
      tlsClientCertificates: needed,
    });
    open.push(server);
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no address");
    return address.port;
  }

  async function ask(
    port: number,
    own?: TestCertificate,
    asked: { method?: string; path?: string; headers?: Record<string, string>; body?: string } = {},
  ): Promise<Told> {
    const { method = "GET", path = "/v1/me", headers = {}, body } = asked;
    const proof = own === undefined ? {} : { cert: own.cert, key: own.key };
    const place = { host: "127.0.0.1", port, path, method, headers, agent: false as const };
    const sent = request({ ...place, ...proof, ca: authority.cert });
    sent.end(body);
    const [response] = await once(sent, "response");
    let text = "";
    for await (const part of response) text += String(part);
    return { status: response.statusCode, body: JSON.parse(text || "{}") };
  }

  it("let a member's system in by fingerprint or by name, as itself", async () => {
    const port = await listen("optional");
    const print = await ask(port, tls.byPrint);
    const person = `certificate:${tls.byPrint.fingerprint}`;
    expect(print.body).to.include({ memberId: 1, person });
    expect((await ask(port, tls.byName)).body).to.include({ memberId: 2 });
  });

  it("count for nothing when another authority issued them, whatever their name", async () => {
    const port = await listen("optional");
    expect((await ask(port, tls.foreign)).status).to.equal(401);
    expect((await ask(port, tls.unmapped)).status).to.equal(401);
    expect((await ask(port)).status).to.equal(401);
  });

  it("are needed to connect at all where the configuration requires them", async () => {
    const port = await listen("required");
    expect((await ask(port, tls.byPrint)).status).to.equal(200);
    for (const own of [undefined, tls.foreign]) {
      const refused = await ask(port, own).catch((error: unknown) => error);
      expect(refused).to.be.instanceOf(Error);
    }
  });

  it("give way to a token, which says more precisely who asks", async () => {
    const port = await listen("optional");
    const { body } = await client(stack.gateway.url).send("POST", "/v1/sessions", {
      body: { member: "ben" },
    });
    const headers = { authorization: `Bearer ${String(body["token"])}` };
    const me = await ask(port, tls.byPrint, { headers });
    expect(me.body).to.include({ memberId: 2, person: "demo:first person" });
  });

  it("are sent by browsers too, so writes from another site are refused", async () => {
    const port = await listen("optional");
    const write = (headers: Record<string, string>) =>
      ask(port, tls.byPrint, {
        method: "POST",
        path: "/v1/drafts",
        body: JSON.stringify({ text: "a" }),
        headers: {
          "content-type": "application/json",
          "idempotency-key": crypto.randomUUID(),
          ...headers,
        },
      });
    expect((await write({})).status).to.equal(201);
    expect((await write({ "sec-fetch-site": "cross-site" })).body["code"]).to.equal(
      "cross-site-write",
    );
  });

  it("are believed from a proxy's header only where the configuration names it", async () => {
    const pem = encodeURIComponent(tls.byPrint.cert);
    const header = { "x-client-cert": pem };
    expect((await client(stack.gateway.url).get("/v1/me", header)).status).to.equal(401);
    const { database, chain, ledger } = stack;
    const config = { tlsClientsFile: clientsFile, tlsClientHeader: "X-Client-Cert" };
    const behind = await testGateway({
      database,
      rpc: chain.rpc,
      ledger,
      config: { ...config, trustedProxies: 1 },
    });
    const told = [pem, tls.byPrint.fingerprint, `${pem}, ${pem}`, "not a certificate"];
    const statuses: number[] = [];
    for (const text of told) {
      statuses.push((await client(behind.url).get("/v1/me", { "x-client-cert": text })).status);
    }
    await behind.close();
    expect(statuses).to.deep.equal([200, 200, 401, 401]);
  });

  it("need a configuration that makes sense as a whole", () => {
    const base = { KEYSTORE_PASSPHRASE: "for tests only" };
    const wrong: Record<string, Record<string, string>> = {
      TLS_KEY_FILE: { TLS_CERT_FILE: "a.pem" },
      TRUSTED_PROXIES: { TLS_CLIENT_HEADER: "X-Client-Cert" },
      TLS_CLIENT_CA_FILE: { TLS_CLIENT_CERTIFICATES: "required" },
      TLS_CLIENTS_FILE: { TLS_CLIENTS_FILE: "clients.json" },
      PUBLIC_URL: { PUBLIC_URL: "https://tally.example/path" },
    };
    for (const [named, variables] of Object.entries(wrong)) {
      expect(() => readConfig({ ...base, ...variables })).to.throw(named);
    }
  });

  it("don't change who signs in by name", async () => {
    const ada = await signIn(stack.gateway.url, "ada");
    expect((await ada.get("/v1/me")).body).to.include({ person: "demo:first person" });
  });
});
