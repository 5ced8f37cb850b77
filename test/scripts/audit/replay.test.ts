import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { client } from "../../gateway/helpers/client.ts";
import { ledgerCast } from "../../gateway/helpers/ledgerCast.ts";
import { type LedgerGateway, ledgerGateway } from "../../gateway/helpers/ledgerGateway.ts";
import { issueTrade } from "../../gateway/helpers/trade.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string };

function tally(token: string, ...args: readonly string[]): Promise<Ended> {
  const env = { ...process.env, TALLYSTICK_TOKEN: token };
  const command = ["--import", "tsx", "scripts/tally.ts", "audit", "replay", "--json", ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: root, env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
}

describe("tally audit replay", function () {
  this.timeout(180_000);
  let stack: LedgerGateway;
  let folder: string;
  let token: string;
  let where: readonly string[];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "tallystick-audit-"));
    stack = await ledgerGateway();
    await issueTrade(stack);
    const body = { member: ledgerCast.auditor.name };
    token = String((await client(stack.url).post("/v1/sessions", body)).body["token"]);
    const deployment = join(folder, "deployment.json");
    await writeFile(deployment, JSON.stringify(stack.deployment));
    where = ["--rpc", stack.chain.url, "--deployment", deployment];
  });
  after(async () => {
    await rm(folder, { recursive: true, force: true });
    await stack.close();
  });

  it("is clean, and has the gateway's digests", async () => {
    const { code, stdout, stderr } = await tally(token, ...where, "--against", stack.url);
    expect(code, stderr + stdout).to.equal(0);
    const facts = JSON.parse(stdout);
    expect(facts.findings).to.deep.equal([]);
    expect(facts.digests.against.differing).to.deep.equal([]);
    expect(facts.range.events).to.be.above(100);
    for (const id of ["header-chain", "transactions-root", "receipts-root", "views"]) {
      const check = facts.checks.find((each: { id: string }) => each.id === id);
      expect(check.checked, id).to.be.above(0);
    }
  });

  it("goes on from a checkpoint, and knows the same as if it had never stopped", async () => {
    const checkpoint = join(folder, "checkpoint");
    const head = Number(await stack.chain.rpc.send("eth_blockNumber", []));
    const to = ["--to", String(head)];
    const out = (name: string) => ["--out", join(folder, name)];
    const report = (name: string) => readFile(join(folder, name, "report.json"), "utf8");
    const whole = JSON.parse((await tally(token, ...where, ...to, ...out("whole"))).stdout);
    const part = String(Math.floor(head / 2));
    const half = ["--to", part, "--checkpoint", checkpoint, ...out("half")];
    expect((await tally(token, ...where, ...half)).code).to.equal(0);
    const going = ["--checkpoint", checkpoint, ...out("resumed")];
    const rest = await tally(token, ...where, ...to, ...going);
    const resumed = JSON.parse(rest.stdout);
    expect(resumed.resumedAfter).to.equal(Math.floor(head / 2));
    const timeless = (facts: Record<string, unknown>) => ({
      ...facts,
      resumedAfter: 0,
      seconds: 0,
    });
    expect(timeless(resumed)).to.deep.equal(timeless(whole));
    expect(await report("resumed")).to.equal(await report("whole"));
    const later = ["--from", String(head + 1), "--checkpoint", checkpoint];
    const nothing = JSON.parse((await tally(token, ...where, ...later)).stdout);
    expect(nothing.range).to.deep.include({ from: head + 1, startsAt: "checkpoint", events: 0 });
  });

  it("believes no checkpoint that is not whole, and none of another ledger", async () => {
    const checkpoint = join(folder, "damaged");
    await tally(token, ...where, "--to", "30", "--checkpoint", checkpoint);
    const text = await readFile(checkpoint, "utf8");
    await writeFile(checkpoint, text.replace(/0x[0-9a-f]{8}/, "0x00000000"));
    const damaged = await tally(token, ...where, "--checkpoint", checkpoint);
    expect([damaged.code, damaged.stderr]).to.deep.equal([
      3,
      `${checkpoint} is no whole checkpoint.\n`,
    ]);
    await writeFile(checkpoint, text);
    const other = join(folder, "other.json");
    const { addresses } = stack.deployment;
    const moved = { ...stack.deployment, addresses: { ...addresses, members: addresses.rules } };
    await writeFile(other, JSON.stringify(moved));
    const elsewhere = [...where.slice(0, 2), "--deployment", other, "--checkpoint", checkpoint];
    const refused = await tally(token, ...elsewhere);
    expect([refused.code, refused.stderr]).to.deep.equal([
      3,
      `${checkpoint} is the checkpoint of another ledger.\n`,
    ]);
  });

  it("says that it could not check: no node, no gateway, a range without its past", async () => {
    const away = await tally(token, "--rpc", "http://127.0.0.1:1", ...where.slice(2));
    expect(away.code).to.equal(3);
    const deaf = await tally(token, ...where, "--against", "http://127.0.0.1:1");
    expect([deaf.code, JSON.parse(deaf.stdout).error.message]).to.deep.equal([
      3,
      "http://127.0.0.1:1 did not answer as a gateway does: fetch failed.",
    ]);
    const without = await tally(token, ...where, "--from", "5");
    expect([without.code, without.stderr]).to.deep.equal([
      3,
      "Block 5 follows from what was before: give a --checkpoint that ends at block 4.\n",
    ]);
  });
});
