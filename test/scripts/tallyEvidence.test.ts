import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { encryptKeystoreJsonSync, id, Wallet } from "ethers";
import { type LedgerGateway, ledgerGateway } from "../gateway/helpers/ledgerGateway.ts";
import { issueTrade } from "../gateway/helpers/trade.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string };

function run(...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const command = ["--import", "tsx", "scripts/tally.ts", ...args];
    execFile(process.execPath, command, { cwd: root }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
}

const tally = (...args: readonly string[]): Promise<Ended> => run("evidence", ...args);

describe("tally evidence", function () {
  this.timeout(240_000);
  let stack: LedgerGateway;
  let folder = "";
  let certificate = "";
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "tallystick-evidence-"));
    stack = await ledgerGateway();
    ({ certificate } = await issueTrade(stack));
    writeFileSync(join(folder, "deployment.json"), JSON.stringify(stack.deployment));
  });
  after(async () => {
    await stack.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const inFolder = (name: string): string => join(folder, name);
  const node = () => ["--rpc", stack.chain.url, "--deployment", inFolder("deployment.json")];

  /** An auditor signs for a block with its own key, and a bank writes down whom it trusts. */
  async function vouch(block: number): Promise<void> {
    const auditor = Wallet.createRandom();
    const { address, privateKey } = auditor;
    const scrypt = { N: 1_024, r: 8, p: 1 };
    const keystore = { address, privateKey };
    const encrypted = encryptKeystoreJsonSync(keystore, "plain passphrase", { scrypt });
    writeFileSync(inFolder("auditor.json"), encrypted);
    writeFileSync(inFolder("passphrase"), "plain passphrase\n");
    const key = [
      "--keystore",
      inFolder("auditor.json"),
      "--passphrase-file",
      inFolder("passphrase"),
    ];
    const what = ["--rpc", stack.chain.url, "--name", "Plain Audit", "--block", String(block)];
    const out = ["--out", inFolder("checkpoint.json"), "--json"];
    const published = await run("audit", "checkpoint", "publish", ...what, ...key, ...out);
    expect(published.code, published.stderr).to.equal(0);
    const { chainId, addresses: contracts } = stack.deployment;
    const { genesis } = JSON.parse(readFileSync(inFolder("bundle.json"), "utf8"));
    const signers = [{ name: "Plain Audit", account: auditor.address }];
    writeFileSync(
      inFolder("signers.json"),
      JSON.stringify({ chainId, genesis, contracts, signers }),
    );
  }

  it("exports a bundle, which who trusts the auditor alone can check without a node", async () => {
    const out = inFolder("bundle.json");
    const exported = await tally("export", certificate, ...node(), "--out", out, "--json");
    expect(exported.code, exported.stderr).to.equal(0);
    const { block, bytes } = JSON.parse(exported.stdout);
    expect(readFileSync(out, "utf8")).to.have.length(bytes);
    await vouch(block);
    const trusted = ["--checkpoint-signers", inFolder("signers.json")];
    const vouched = ["--checkpoint", inFolder("checkpoint.json")];
    const verified = await tally("verify", out, ...trusted, ...vouched, "--json");
    expect(verified.code, verified.stderr).to.equal(0);
    const verdict = JSON.parse(verified.stdout);
    expect(verdict).to.have.nested.include({ outcome: "proved", "trust.kind": "checkpoint" });
    expect(verdict.certificate).to.include({ certificate, value: "1000000" });
    const read = await tally("verify", out, ...trusted, ...vouched);
    expect(read.stdout).to.contain("10,000.00 CNY").and.to.contain("Not proved:");
  });

  it("refuses with 1 and says why: without a checkpoint, and for a bundle that was changed", async () => {
    const out = inFolder("bundle.json");
    const trusted = ["--checkpoint-signers", inFolder("signers.json")];
    const alone = await tally("verify", out, ...trusted, "--json");
    expect(alone.code).to.equal(1);
    const told = JSON.parse(alone.stdout);
    expect(told).to.have.nested.include({
      outcome: "refused",
      "error.code": "checkpoint-signer-unknown",
    });
    const changed = readFileSync(out, "utf8").replace(`"${certificate}"`, `"${id("x").length}"`);
    writeFileSync(inFolder("changed.json"), changed);
    const vouched = ["--checkpoint", inFolder("checkpoint.json")];
    const forged = await tally("verify", inFolder("changed.json"), ...trusted, ...vouched);
    expect(forged.code).to.equal(1);
    expect(forged.stderr).to.match(/^Refused: /);
    const unknown = await tally("export", "999999-1", ...node(), "--out", inFolder("none.json"));
    expect(unknown.code, unknown.stderr).to.equal(1);
  });

  it("ends with 3 where a file or the node can't be read", async () => {
    writeFileSync(inFolder("odd.json"), "no bundle");
    const trusted = ["--checkpoint-signers", inFolder("signers.json")];
    expect((await tally("verify", inFolder("odd.json"), ...trusted)).code).to.equal(3);
    expect((await tally("verify", inFolder("missing.json"), ...trusted)).code).to.equal(3);
    expect((await tally("verify", inFolder("bundle.json"))).code).to.equal(3);
    const nowhere = ["--rpc", "http://127.0.0.1:9", "--deployment", inFolder("deployment.json")];
    const gone = await tally("export", certificate, ...nowhere, "--out", inFolder("none.json"));
    expect(gone.code, gone.stderr).to.equal(3);
  });
});
