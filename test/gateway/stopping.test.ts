import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ledgerInterfaces } from "@tallystick/sdk";
import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { startingSentence } from "../../gateway/startingSentence.ts";
import { client } from "./helpers/client.ts";
import { deployNotebook } from "./helpers/deployNotebook.ts";
import { pause } from "./helpers/pause.ts";
import { signIn } from "./helpers/signIn.ts";
import { startAnvil, type TestChain } from "./helpers/startAnvil.ts";

describe("A gateway that is told to stop", function () {
  this.timeout(120_000);
  let chain: TestChain;
  let directory: string;
  let child: ChildProcess;

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "gateway-"));
    chain = await startAnvil();
    const { contracts } = await deployNotebook(chain);
    const addresses = Object.fromEntries(contracts.map(({ name, address }) => [name, address]));
    const deployment = { chainId: chain.chainId, startBlock: 0, contracts: addresses };
    await writeFile(join(directory, "deployment.json"), JSON.stringify(deployment));
  });
  after(async () => {
    child?.kill("SIGKILL");
    await chain.stop();
    await rm(directory, { recursive: true });
  });

  const environment = (): Record<string, string> => ({
    PATH: String(process.env["PATH"]),
    PORT: "0",
    DATA_DIRECTORY: directory,
    DEPLOYMENT_FILE: join(directory, "deployment.json"),
    RPC_URL: chain.url,
    DEMO: "true",
    KEYSTORE_PASSPHRASE: "for tests only",
    KEYSTORE_SCRYPT_COST: "1024",
    REQUESTS_PER_MINUTE: "0",
  });
  const start = async (): Promise<string> => {
    const program = join(import.meta.dirname, "helpers", "runNotebookGateway.ts");
    child = spawn(process.execPath, ["--import=tsx", program], {
      stdio: ["ignore", "pipe", "inherit"],
      env: environment(),
    });
    const [line] = (await once(child.stdout ?? process.stdin, "data")) as [Buffer];
    return line.toString().trim();
  };
  /** What went wrong on the wire: a refused connection is no lost request, a reset one may be. */
  const causeOf = (error: unknown): string => {
    const cause = error instanceof Error ? error.cause : undefined;
    if (cause instanceof AggregateError) return causeOf(new Error("", { cause: cause.errors[0] }));
    return cause instanceof Error && "code" in cause ? String(cause.code) : String(error);
  };

  it("answers every request that it took, keeps what it answered, and ends well", async () => {
    const url = await start();
    const ada = await signIn(url, "ada");
    const answered: { key: string; text: string; number: unknown }[] = [];
    const failures: string[] = [];
    let told = false;
    const writer = async () => {
      for (;;) {
        const [key, text] = [randomUUID(), randomUUID()];
        try {
          const { status, body } = await ada.post("/v1/notes", { text }, key);
          expect(status).to.equal(201);
          answered.push({ key, text, number: body["number"] });
        } catch (error) {
          failures.push(causeOf(error));
          return;
        }
      }
    };
    const readiness: number[] = [];
    const watcher = async () => {
      for (;;) {
        try {
          readiness.push((await client(url).get("/readyz")).status);
        } catch {
          return;
        }
      }
    };
    const stream = await fetch(`${url}/v1/events/stream`, {
      headers: { authorization: String((await bearerOf(url)).authorization) },
    });
    const streamed = stream.text();
    const writers = [...Array.from({ length: 12 }, writer), watcher()];
    while (answered.length < 24 && failures.length === 0) await pause(20);
    told = child.kill("SIGTERM");
    const [code] = (await once(child, "exit")) as [number | null];
    await Promise.all(writers);
    expect(told).to.equal(true);
    expect(code).to.equal(0);
    expect(answered.length).to.be.greaterThan(23);
    expect([...new Set(failures)]).to.deep.equal(["ECONNREFUSED"]);
    expect(await streamed).to.match(/retry: 1000\n\n$/);
    expect(readiness).to.include(200);
    const again = await signIn(await start(), "ada");
    for (const { key, text, number } of answered) {
      const { status, body, headers } = await again.post("/v1/notes", { text }, key);
      expect([status, body["number"], headers.get("idempotency-replayed")]).to.deep.equal([
        201,
        number,
        "true",
      ]);
    }
    child.kill("SIGKILL");
    await once(child, "exit");
  });

  const bearerOf = async (url: string): Promise<{ authorization: string }> => {
    const { body } = await client(url).send("POST", "/v1/sessions", { body: { member: "ada" } });
    return { authorization: `Bearer ${String(body["token"])}` };
  };

  describe("that can't start says why in a sentence, with exit code 1:", () => {
    const said = async (change: Record<string, string>) => {
      const file = join(directory, "ledger.json");
      const addresses = Object.keys(ledgerInterfaces).map((name) => [name, ZeroAddress]);
      const contracts = Object.fromEntries(addresses);
      await writeFile(file, JSON.stringify({ chainId: chain.chainId, startBlock: 0, contracts }));
      const program = join(import.meta.dirname, "..", "..", "gateway", "main.ts");
      const process_ = spawn(process.execPath, ["--import=tsx", program], {
        stdio: ["ignore", "ignore", "pipe"],
        env: { ...environment(), DEPLOYMENT_FILE: file, ...change },
      });
      const chunks: Buffer[] = [];
      process_.stderr?.on("data", (chunk: Buffer) => chunks.push(chunk));
      const [code] = (await once(process_, "exit")) as [number];
      const text = Buffer.concat(chunks).toString();
      expect(text, "a stack").to.not.match(/\n\s+at /);
      expect(code, text).to.equal(1);
      return text;
    };

    it("a deployment file that is missing, or no JSON", async () => {
      expect(await said({ DEPLOYMENT_FILE: "/nowhere.json" })).to.match(
        /no deployment file at \/nowhere\.json/,
      );
      const file = join(directory, "broken.json");
      await writeFile(file, "{");
      expect(await said({ DEPLOYMENT_FILE: file })).to.match(/broken\.json/);
    });

    it("a node that does not answer", async () => {
      expect(await said({ RPC_URL: "http://127.0.0.1:9" })).to.match(
        /node at 127\.0\.0\.1:9 \(RPC_URL\) does not answer/,
      );
    });

    it("a database that does not answer, without its password", async () => {
      const text = await said({ DATABASE_URL: "postgres://me:hunter2hunter2@127.0.0.1:9/x" });
      expect(text).to.match(/PostgreSQL at 127\.0\.0\.1:9 \(DATABASE_URL\)/);
      expect(text).to.not.contain("hunter2");
    });

    it("a directory that can't be made", async () => {
      const file = join(directory, "deployment.json");
      expect(await said({ DATA_DIRECTORY: join(file, "below") })).to.match(
        /can't be made: a part of its path is a file/,
      );
    });

    it("variables of the wrong kind, all at once", async () => {
      const text = await said({ PORT: "many", UPKEEP: "perhaps", ADMIN_PORT: "-1" });
      for (const name of ["PORT", "UPKEEP", "ADMIN_PORT"])
        expect(text).to.match(new RegExp(`^${name}: `, "m"));
    });

    it("a port in use", async () => {
      const server = createServer().listen(0, "127.0.0.1");
      await once(server, "listening");
      const address = server.address();
      if (address === null || typeof address === "string") throw new Error("no address");
      const second = createServer();
      second.listen(address.port, "127.0.0.1");
      const [error] = await once(second, "error");
      expect(startingSentence(error)).to.equal(
        `Port ${address.port} is in use. Stop what runs there, or choose another one.`,
      );
      server.close();
    });
  });
});
