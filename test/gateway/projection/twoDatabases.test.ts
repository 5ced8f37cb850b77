import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { connectDatabase } from "../../../gateway/database/connectDatabase.ts";
import { type Postgres, startPostgres } from "../../../scripts/test/startPostgres.ts";
import { KillLane } from "../../faults/helpers/killLane.ts";
import { faultSeed } from "../../helpers/faultSeed.ts";
import { ledgerLife } from "../../helpers/ledgerLife.ts";
import { seededRandom } from "../../helpers/seededRandom.ts";
import type { Answer, Client } from "../helpers/client.ts";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";
import { pledges } from "../helpers/pledges.ts";
import { signIn } from "../helpers/signIn.ts";
import { store } from "../helpers/store.ts";
import { issueTrade } from "../helpers/trade.ts";

const isInstalled = existsSync("/usr/lib/postgresql");

type Digests = {
  readonly block: unknown;
  readonly digest: string;
  readonly tables: readonly { readonly table: string; readonly rows: number }[];
};

describe("Two gateways of one chain, one on PGlite and one on PostgreSQL", function () {
  this.timeout(120_000);
  const seed = faultSeed();
  let postgres: Postgres;
  let directory: string;
  let stack: LedgerGateway;
  let other: KillLane;
  let stranger: Client;

  before(async function () {
    if (!isInstalled) return this.skip();
    postgres = await startPostgres();
    directory = await mkdtemp(join(tmpdir(), "two-databases-"));
    stack = await ledgerGateway({}, { openDatabase: () => connectDatabase({}) });
    const { chainId, startBlock, contracts } = stack.gateway.services.ledger;
    const addresses = Object.fromEntries(contracts.map(({ name, address }) => [name, address]));
    const deployment = join(directory, "deployment.json");
    await writeFile(deployment, JSON.stringify({ chainId, startBlock, contracts: addresses }));
    const environment = () => ({
      PORT: "0",
      DEMO: "true",
      DATA_DIRECTORY: directory,
      DATABASE_URL: postgres.url,
      DEPLOYMENT_FILE: deployment,
      RPC_URL: stack.chain.url,
      KEYSTORE_PASSPHRASE: "of the other one",
      KEYSTORE_SCRYPT_COST: "1024",
      UPKEEP: "off",
      AUDIT_ANCHOR_SECONDS: "0",
    });
    other = new KillLane(environment, "runLedgerGateway.ts");
  });

  after(async () => {
    if (!isInstalled) return;
    await other?.stop();
    await stack?.close();
    postgres?.stop();
    await rm(directory, { recursive: true });
  });

  const digestsOf = async (client: Client): Promise<Digests> => {
    const block = Number(await stack.chain.rpc.send("eth_blockNumber", []));
    const answer: Answer = await client.get(`/v1/projection/digests?atLeastBlock=${block}`);
    expect(answer.status, JSON.stringify(answer.body)).to.equal(200);
    return answer.body as Digests;
  };
  const compare = async () => {
    const [own, theirs] = await Promise.all([digestsOf(stack.as("auditor")), digestsOf(stranger)]);
    expect(theirs, `seed ${seed}`).to.deep.equal(own);
    return own;
  };

  it("have the same digest of every table, from genesis and as the chain goes on", async () => {
    const life = await ledgerLife(stack, seededRandom(seed));
    const act = async (times: number) => {
      for (let done = 0; done < times; ) if (await life.act()) done += 1;
    };
    await act(12);
    await issueTrade(stack);
    await store(stack).admission();
    await store(stack).issued();
    await pledges(stack).active();
    const url = await other.start();
    if (url === undefined) throw new Error("the other gateway did not start");
    stranger = await signIn(url, String(stack.who.auditor.id));
    const before = await compare();
    const filled = before.tables.filter(({ rows }) => rows > 0).map(({ table }) => table);
    expect(filled).to.include.members(["event", "member", "receivable", "certificate", "receipt"]);
    await act(6);
    await issueTrade(stack);
    expect((await compare()).digest).to.not.equal(before.digest);
  });
});
