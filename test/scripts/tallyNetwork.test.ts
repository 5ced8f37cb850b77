import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { id, Wallet } from "ethers";
import { deployTestLedger, type TestLedger } from "../gateway/helpers/deployTestLedger.ts";
import { startAnvil, type TestChain } from "../gateway/helpers/startAnvil.ts";
import { putAllowLists } from "../helpers/putAllowLists.ts";

type Run = { readonly code: number; readonly answer: Record<string, unknown> };

const operator = new Wallet(id("operator of the chain"));

describe("tally network permissions", function () {
  this.timeout(120_000);
  let chain: TestChain;
  let ledger: TestLedger;
  let folder: string;

  const run = (...args: readonly string[]): Promise<Run> => {
    const command = ["scripts/tally.ts", "network", "permissions", "--json", ...args];
    return new Promise((resolve) => {
      execFile(process.execPath, ["--import", "tsx", ...command], (error, stdout) => {
        const answer = JSON.parse(stdout) as Record<string, unknown>;
        resolve({ code: error === null ? 0 : Number(error.code), answer });
      });
    });
  };
  const where = () => ["--rpc", chain.url, "--deployment", join(folder, "deployment.json")];
  const key = () => ["--key", join(folder, "operator.key")];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "tallystick-network-command-"));
    chain = await startAnvil();
    ledger = await deployTestLedger(chain);
    await writeFile(join(folder, "deployment.json"), JSON.stringify(ledger.deployment));
    await writeFile(join(folder, "operator.key"), operator.privateKey, { mode: 0o600 });
    await putAllowLists(chain.rpc, operator.address);
    await chain.rpc.send("anvil_setBalance", [operator.address, "0x21e19e0c9bab2400000"]);
  });
  after(async () => {
    ledger.provider.destroy();
    await chain.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it("says what differs, changes it when told to, and ends with what is left", async () => {
    const members = Object.keys(ledger.who).length;
    const checked = await run(...where(), "--check");
    expect(checked.code).to.equal(1);
    expect(checked.answer["findings"]).to.have.length(members);
    expect(checked.answer["sent"]).to.deep.equal([]);
    const applied = await run(...where(), "--apply", ...key());
    expect([applied.code, applied.answer["calls"]]).to.deep.equal([0, []]);
    expect(applied.answer["sent"]).to.have.length(2 * members);
    const again = await run(...where(), "--apply", ...key());
    expect([again.code, again.answer["sent"]]).to.deep.equal([0, []]);
    expect((await run(...where())).code).to.equal(0);
  });

  it("ends with 3 where it can't look, or lacks the key", async () => {
    const [, , ...deployment] = where();
    const nowhere = await run("--rpc", "http://127.0.0.1:1", ...deployment);
    expect(nowhere.code).to.equal(3);
    expect(nowhere.answer).to.have.nested.property("error.message");
    const keyless = await run(...where(), "--apply");
    expect(keyless).to.deep.equal({
      code: 3,
      answer: { error: { message: "--apply needs the operator's --key." } },
    });
  });
});
