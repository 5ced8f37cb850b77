import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { readConfig } from "../../gateway/config/readConfig.ts";
import { type Answer, client } from "./helpers/client.ts";
import { type NotebookStack, notebookStack } from "./helpers/notebookStack.ts";
import { pause } from "./helpers/pause.ts";
import { testGateway } from "./helpers/testGateway.ts";

describe("A gateway as its operator sees it", function () {
  this.timeout(60_000);
  let stack: NotebookStack;
  let directory: string;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "console-"));
    stack = await notebookStack({ consoleDirectory: join(directory, "dist") });
  });
  after(async () => {
    await stack.close();
    await rm(directory, { recursive: true });
  });

  const nobody = () => client(stack.gateway.url);

  it("says that it lives and that it is ready", async () => {
    expect((await nobody().get("/livez")).body).to.deep.equal({ live: true });
    const ready = await nobody().get("/readyz");
    expect(ready.status).to.equal(200);
    expect(ready.body["ready"]).to.equal(true);
  });

  it("describes every route in OpenAPI 3.1 with its permission", async () => {
    const { body } = await nobody().get("/openapi.json");
    expect(body["openapi"]).to.equal("3.1.0");
    const paths = body["paths"] as Record<string, Record<string, Record<string, unknown>>>;
    const operations = Object.values(paths).flatMap((path) => Object.values(path));
    expect(operations.map((operation) => operation["operationId"])).to.include.members([
      "writeNote",
      "readNote",
      "listEvents",
      "readReadiness",
    ]);
    for (const operation of operations) expect(operation["x-permission"]).to.be.a("string");
    const write = paths["/v1/notes"]?.["post"]?.["parameters"] as {
      name: string;
      required: boolean;
    }[];
    expect(write).to.deep.include.members([
      { ...write[0], name: "Idempotency-Key", required: true },
    ]);
    expect(Object.keys(paths)).to.include("/v1/notes/{number}");
  });

  it("shows its documentation without asking another origin for anything", async () => {
    const page = await nobody().get("/docs");
    expect(page.headers.get("content-type")).to.include("text/html");
    const policy = page.headers.get("content-security-policy") ?? "";
    expect(policy).to.include("script-src 'self'").and.not.include("http");
    for (const path of String(page.body["text"]).matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect((await nobody().get(path[1] ?? "")).status, path[1]).to.equal(200);
    }
  });

  it("says in a sentence that the console is not built, and serves it once it is", async () => {
    const missing = await nobody().get("/certificates/42", { accept: "text/html" });
    expect(missing.body["code"]).to.equal("console-missing");
    await mkdir(join(directory, "dist"));
    await writeFile(join(directory, "dist", "index.html"), "<!doctype html><p>console</p>");
    for (const path of ["/", "/certificates/42"]) {
      const page = await nobody().get(path, { accept: "text/html" });
      expect(page.status).to.equal(200);
      expect(String(page.body["text"])).to.include("console");
    }
    expect((await nobody().get("/v1/nothing", { accept: "text/html" })).body["code"]).to.equal(
      "not-found",
    );
  });

  it("is not ready when its node does not answer, but still lives and reads", async () => {
    let isDown = false;
    const { chain, database, ledger } = stack;
    const rpc = {
      send: (method: string, parameters: unknown[]) =>
        isDown ? Promise.reject(new Error("down")) : chain.rpc.send(method, parameters),
    };
    const gateway = await testGateway({ database, rpc, ledger });
    isDown = true;
    await pause(5_500);
    const ready = await client(gateway.url).get("/readyz");
    const live = await client(gateway.url).get("/livez");
    await gateway.close();
    expect([ready.status, live.status]).to.deep.equal([503, 200]);
    expect(JSON.stringify(ready.body)).to.include("The ledger's node has not answered for 5 s");
  });

  it("limits the rate of one address, told as a problem", async () => {
    const { chain, database, ledger } = stack;
    const gateway = await testGateway({
      database,
      rpc: chain.rpc,
      ledger,
      config: { requestsPerMinute: 3 },
    });
    const answers: Answer[] = [];
    for (let index = 0; index < 5; index++)
      answers.push(await client(gateway.url).get("/openapi.json"));
    await gateway.close();
    expect(answers.map((answer) => answer.status)).to.deep.equal([200, 200, 200, 429, 429]);
    expect(answers[3]?.body["code"]).to.equal("too-many-requests");
  });

  it("refuses a database of another chain in a sentence", async () => {
    const { chain, database, ledger } = stack;
    const rpc = {
      send: async (method: string, parameters: unknown[]) => {
        const answer = await chain.rpc.send(method, parameters);
        const isGenesis = method === "eth_getBlockByNumber" && parameters[0] === "0x0";
        return isGenesis ? { ...(answer as object), hash: `0x${"ab".repeat(32)}` } : answer;
      },
    };
    const refusal = await testGateway({ database, rpc, ledger }).catch(
      (error: Error) => error.message,
    );
    expect(refusal).to.include("This database belongs to chain");
  });
});

describe("The configuration", () => {
  it("has a default for everything but the passphrase", () => {
    const config = readConfig({ KEYSTORE_PASSPHRASE: "long enough to use" });
    expect(config).to.include({ host: "127.0.0.1", port: 8080, demo: false, engine: "anvil" });
  });

  it("knows one node by RPC_URL, or several by RPC_URLS", () => {
    const nodesOf = (variables: Record<string, string>) =>
      readConfig({ KEYSTORE_PASSPHRASE: "long enough to use", ...variables }).rpcUrls;
    const [a, b] = ["http://node-a:8545", "https://node-b/ext/bc/x/rpc"] as const;
    expect(nodesOf({})).to.deep.equal(["http://127.0.0.1:8545"]);
    expect(nodesOf({ RPC_URL: a })).to.deep.equal([a]);
    expect(nodesOf({ RPC_URL: a, RPC_URLS: `${b}, ${a}` })).to.deep.equal([b, a]);
    expect(() => nodesOf({ RPC_URLS: `${a},${a}` })).to.throw("must not name a node twice");
    expect(() => nodesOf({ RPC_URLS: "ftp://secret" })).to.throw(/RPC_URLS.*http/);
  });

  it("names each wrong variable in a sentence and never its value", () => {
    const wrong = {
      KEYSTORE_PASSPHRASE: "short",
      PORT: "eighty",
      DATABASE_URL: "mysql://root:secret@db",
    };
    let message = "";
    try {
      readConfig(wrong);
    } catch (error) {
      message = String(error);
    }
    expect(message)
      .to.include("PORT")
      .and.include("DATABASE_URL")
      .and.include("KEYSTORE_PASSPHRASE");
    expect(message).to.not.include("secret").and.not.include("eighty");
  });
});
