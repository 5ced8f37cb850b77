import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { Ledger } from "../../gateway/ledger/ledger.ts";
import { faultRounds } from "../helpers/faultRounds.ts";
import type { Answer, Client } from "./helpers/client.ts";
import { deployNotebook } from "./helpers/deployNotebook.ts";
import { pause } from "./helpers/pause.ts";
import { signIn } from "./helpers/signIn.ts";
import { startAnvil, type TestChain } from "./helpers/startAnvil.ts";

const ROUNDS = faultRounds(3);
const WRITERS = 12;

interface Write {
  readonly key: string;
  readonly text: string;
  answer: Answer | undefined;
}

describe("A gateway that is killed under load", function () {
  this.timeout(ROUNDS * 60_000);
  let chain: TestChain;
  let ledger: Ledger;
  let directory: string;
  let child: ChildProcess | undefined;

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "gateway-"));
    chain = await startAnvil();
    ledger = await deployNotebook(chain);
    const contracts = Object.fromEntries(
      ledger.contracts.map(({ name, address }) => [name, address]),
    );
    const deployment = { chainId: chain.chainId, startBlock: 0, contracts };
    await writeFile(join(directory, "deployment.json"), JSON.stringify(deployment));
  });

  after(async () => {
    child?.kill("SIGKILL");
    await chain.stop();
    await rm(directory, { recursive: true });
  });

  const start = async (): Promise<string> => {
    const environment = {
      PORT: "0",
      DATA_DIRECTORY: directory,
      DEPLOYMENT_FILE: join(directory, "deployment.json"),
      RPC_URL: chain.url,
      DEMO: "true",
      KEYSTORE_PASSPHRASE: "for tests only",
      KEYSTORE_SCRYPT_COST: "1024",
      REQUESTS_PER_MINUTE: "0",
    };
    const program = join(import.meta.dirname, "helpers", "runNotebookGateway.ts");
    const env = { PATH: process.env["PATH"], ...environment };
    child = spawn(process.execPath, ["--import=tsx", program], {
      stdio: ["ignore", "pipe", "inherit"],
      env,
    });
    const [line] = (await once(child.stdout ?? process.stdin, "data")) as [Buffer];
    return line.toString().trim();
  };

  const write = async (ada: Client, writes: Write[], isOver: () => boolean): Promise<void> => {
    while (!isOver()) {
      const one: Write = { key: randomUUID(), text: randomUUID(), answer: undefined };
      writes.push(one);
      one.answer = await ada.post("/v1/notes", { text: one.text }, one.key).catch(() => undefined);
      if (one.answer === undefined) return;
    }
  };

  it("has lost nothing that it answered and doubled nothing that is asked again", async () => {
    const writes: Write[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const ada = await signIn(await start(), "ada");
      let isOver = false;
      const writers = Array.from({ length: WRITERS }, () => write(ada, writes, () => isOver));
      await pause(600 + round * 130);
      child?.kill("SIGKILL");
      isOver = true;
      await Promise.all(writers);
    }
    const ada = await signIn(await start(), "ada");
    for (const { key, text, answer } of writes) {
      const again = await ada.post("/v1/notes", { text }, key);
      expect(again.status).to.equal(201);
      if (answer !== undefined) expect(again.body).to.deep.equal(answer.body);
    }
    const { body } = await ada.get("/v1/events?limit=500");
    const events = body["events"] as { args: { text: string } }[];
    const texts = events.map((event) => event.args.text).sort();
    expect(texts).to.deep.equal(
      writes
        .slice(0, 500)
        .map(({ text }) => text)
        .sort(),
    );
    expect(writes.length).to.be.greaterThan(ROUNDS * WRITERS);
  });
});
