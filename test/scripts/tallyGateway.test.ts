import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { client } from "../gateway/helpers/client.ts";
import { ledgerCast } from "../gateway/helpers/ledgerCast.ts";
import { type LedgerGateway, ledgerGateway } from "../gateway/helpers/ledgerGateway.ts";
import { issueTrade } from "../gateway/helpers/trade.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string };

function tally(token: string | undefined, ...args: readonly string[]): Promise<Ended> {
  const env = { ...process.env, ...(token === undefined ? {} : { TALLYSTICK_TOKEN: token }) };
  return new Promise((resolve) => {
    const command = ["--import", "tsx", "scripts/tally.ts", ...args];
    execFile(process.execPath, command, { cwd: root, env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
}

describe("tally through a gateway", function () {
  this.timeout(120_000);
  let stack: LedgerGateway;
  let token: string;
  before(async () => {
    stack = await ledgerGateway();
    const body = { member: ledgerCast.tierOne.name };
    token = String((await client(stack.url).post("/v1/sessions", body)).body["token"]);
  });
  after(() => stack.close());

  it("shows what its member may see, and who comes first in it", async () => {
    const { certificate } = await issueTrade(stack);
    const where = [certificate, "--gateway", stack.url, "--json"];
    const shown = await tally(token, "show", "certificate", ...where);
    expect(shown.code, shown.stderr).to.equal(0);
    expect(JSON.parse(shown.stdout)).to.deep.include({ certificate, valueMinor: "1000000" });
    const ranked = await tally(token, "rank", "certificate", ...where);
    expect(ranked.code, ranked.stderr).to.equal(0);
    expect(JSON.parse(ranked.stdout)).to.deep.include({ law: "receivable", interests: [] });
  });

  it("prints events as JSON lines, and goes on after one", async () => {
    const where = ["events", "--gateway", stack.url];
    const all = await tally(token, ...where);
    expect(all.code, all.stderr).to.equal(0);
    const lines = all.stdout.trim().split("\n");
    const keys = lines.map((line) => String(JSON.parse(line).key));
    expect(JSON.parse(lines[0] ?? "")).to.include({ type: "event" });
    expect(keys).to.deep.equal([...keys].sort());
    expect(all.stderr).to.contain(`--after ${keys.at(-1)}`);
    const rest = await tally(token, ...where, "--after", keys.at(-2) ?? "");
    expect(JSON.parse(rest.stdout).key).to.equal(keys.at(-1));
  });

  it("says why not, and tells a refusal from a gateway that isn't there", async () => {
    const asked = ["show", "lot", "99", "--json", "--gateway"];
    const refused = await tally(token, ...asked, stack.url);
    expect([refused.code, JSON.parse(refused.stdout).error.code]).to.deep.equal([
      1,
      "not-permitted",
    ]);
    const stranger = await tally(undefined, ...asked, stack.url);
    expect(JSON.parse(stranger.stdout).error.code).to.equal("not-signed-in");
    const away = await tally(token, ...asked, "http://127.0.0.1:1");
    expect(away.code).to.equal(3);
    expect(away.stderr).to.contain("did not answer");
  });
});
