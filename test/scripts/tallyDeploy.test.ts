import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect } from "chai";
import { Wallet, ZeroAddress } from "ethers";
import { ledgerFeatures } from "../../gateway/features/ledgerFeatures.ts";
import { readDeployment } from "../../gateway/ledger/readDeployment.ts";
import { LedgerProvider } from "../../scripts/client/LedgerProvider.ts";
import type { EmbeddedLedger } from "../../scripts/ledger/LedgerOptions.ts";
import { startLedger } from "../../scripts/ledger/startLedger.ts";
import { deploymentPlan } from "../../scripts/tally/deploy/deploymentPlan.ts";
import { deployToNode } from "../../scripts/tally/deploy/deployToNode.ts";
import { connectLedger } from "../../sdk/contracts/connectLedger.ts";
import {
  engineProfiles,
  generateTagKey,
  legalIdentityDigest,
  randomSalt,
} from "../../sdk/index.ts";

const tally = join(import.meta.dirname, "../../scripts/tally.ts");

describe("tally deploy", function () {
  this.timeout(120_000);
  let directory: string;
  let ledger: EmbeddedLedger;
  const governance = Wallet.createRandom().address;
  const operator = Wallet.createRandom().address;
  const party = { scheme: "uscc", id: "91110108551385082Q" } as const;
  const salt = randomSalt();
  const plan = {
    governance,
    operator: {
      account: operator,
      party,
      settlementAccount: { bank: "ICBC", number: "6222" },
      salt,
    },
  };

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "tally-deploy-"));
    ledger = await startLedger({ directory: join(directory, "ledger") });
    await writeFile(join(directory, "key"), Wallet.createRandom().privateKey, { mode: 0o600 });
    await writeFile(join(directory, "plan.json"), JSON.stringify(plan));
  });
  after(async () => {
    await ledger.close();
    await rm(directory, { recursive: true });
  });

  async function run(...more: string[]) {
    const files = ["--key", join(directory, "key"), "--plan", join(directory, "plan.json")];
    const args = [
      "--import",
      "tsx",
      tally,
      "deploy",
      "--rpc",
      ledger.url,
      "--engine",
      "anvil",
      ...files,
    ];
    const child = spawn(process.execPath, [...args, "--json", ...more]);
    const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)]);
    const code = child.exitCode ?? (await new Promise((resolve) => child.once("exit", resolve)));
    return { code, error: error.trim(), answer: JSON.parse(out) as Record<string, unknown> };
  }

  it("deploys what a gateway can serve, and the deployer keeps no right", async () => {
    const out = join(directory, "deployment.json");
    const { code, answer, error } = await run("--out", out);
    expect({ code, error }).to.deep.equal({ code: 0, error: "" });
    expect(answer).to.include({ file: out, isBlind: false, chainId: ledger.chainId });
    const read = await readDeployment(out, ledgerFeatures.interfaces);
    expect(read.contracts.length).to.be.greaterThan(10);
    const { contracts } = JSON.parse(await readFile(out, "utf8"));
    const provider = new LedgerProvider(ledger.url, ledger.chainId, { staticNetwork: true });
    const { members, authority } = connectLedger(contracts, provider);
    expect(await members.idOf(operator)).to.equal(1n);
    const { identityDigest } = await members.memberOf(1n);
    expect(identityDigest).to.equal(legalIdentityDigest(party, salt));
    const deployer = new Wallet((await readFile(join(directory, "key"), "utf8")).trim()).address;
    expect((await authority.hasRole(0n, governance)).isMember).to.equal(true);
    expect((await authority.hasRole(0n, deployer)).isMember).to.equal(false);
    provider.destroy();
  });

  it("takes a tag key's public half, and says what is wrong with a plan", async () => {
    const keys = join(directory, "keys.json");
    const urls = ["one", "two", "three"].map((name) => `https://${name}.example`);
    const { keySet } = generateTagKey({ epoch: 1, threshold: 2, urls });
    await writeFile(keys, JSON.stringify(keySet));
    const file = join(directory, "blind.json");
    await writeFile(file, JSON.stringify({ ...plan, tagKeySetFile: keys }));
    const deployer = Wallet.createRandom();
    const terms = { rpc: ledger.url, profile: engineProfiles.anvil, deployer };
    const second = join(directory, "second.json");
    const blind = await deployToNode({ ...terms, planFile: file, out: second });
    expect(blind).to.include({ isBlind: true });
    const again = await deployToNode({ ...terms, planFile: file, out: second }).catch(String);
    expect(again).to.contain(`${second} names a ledger already.`);
    const text = JSON.stringify({ ...plan, governance: "0x12", operators: [ZeroAddress] });
    expect(() => deploymentPlan("plan.json", text)).to.throw(
      /^plan.json is no plan.*governance: must be an account.*operators/,
    );
  });

  it("ends with 3 where there is no plan, and deploys nothing", async () => {
    const missing = [
      "--plan",
      join(directory, "none.json"),
      "--out",
      join(directory, "third.json"),
    ];
    const { code, error } = await run(...missing);
    expect(code).to.equal(3);
    expect(error).to.contain("none.json");
    expect(existsSync(join(directory, "third.json"))).to.equal(false);
  });
});
