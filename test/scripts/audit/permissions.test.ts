import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { allowListAddresses, allowListInterface } from "@tallystick/sdk";
import { expect } from "chai";
import { Contract, id, Wallet } from "ethers";
import { PermissionJob } from "../../../gateway/permissioning/PermissionJob.ts";
import { auditReplay } from "../../../scripts/tally/audit/replay/auditReplay.ts";
import { reconcilePermissions } from "../../../scripts/tally/network/reconcilePermissions.ts";
import { deployTestLedger, type TestLedger } from "../../gateway/helpers/deployTestLedger.ts";
import { startAnvil, type TestChain } from "../../gateway/helpers/startAnvil.ts";
import { putAllowLists } from "../../helpers/putAllowLists.ts";

const operator = new Wallet(id("operator of the chain"));
const gas = { gasPrice: 1n, gasLimit: 8_000_000n };
const LATER = 601;

describe("the chain's permissions in an audit", function () {
  this.timeout(120_000);
  let chain: TestChain;
  let ledger: TestLedger;
  let folder: string;
  let deployment: string;

  const audited = async (more = {}) => {
    const { facts } = await auditReplay({ rpc: chain.url, deployment, hasReport: false, ...more });
    const check = facts.checks.find((each) => each.id === "permissions");
    return { check, codes: facts.findings.map(({ code }) => code) };
  };

  const pass = async () => {
    await chain.rpc.send("evm_increaseTime", [LATER]);
    await chain.rpc.send("evm_mine", []);
  };

  const list = () =>
    new Contract(
      allowListAddresses.transactions,
      allowListInterface,
      operator.connect(ledger.provider),
    );

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "tallystick-permissions-"));
    deployment = join(folder, "deployment.json");
    chain = await startAnvil();
    ledger = await deployTestLedger(chain);
    await writeFile(deployment, JSON.stringify(ledger.deployment));
    await putAllowLists(chain.rpc, operator.address);
    await chain.rpc.send("anvil_setBalance", [operator.address, "0x21e19e0c9bab2400000"]);
  });

  after(async () => {
    ledger.provider.destroy();
    await chain.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it("are no part of it where the engine has no lists", async () => {
    expect((await audited()).check).to.equal(undefined);
  });

  it("are clean once the operator's command has made them follow", async () => {
    const file = join(folder, "operator.key");
    await writeFile(file, operator.privateKey, { mode: 0o600 });
    const options = { rpc: chain.url, deployment, also: [] };
    const before = await reconcilePermissions({ ...options, key: undefined });
    expect(before.calls.length).to.be.above(0);
    const done = await reconcilePermissions({ ...options, key: { file, passphrase: "" } });
    expect(done.sent.length).to.equal(before.calls.length);
    expect([done.calls, done.findings]).to.deep.equal([[], []]);
    await pass();
    const { check, codes } = await audited();
    expect(codes).to.deep.equal([]);
    expect(check?.checked).to.be.above(Object.keys(ledger.who).length);
  });

  it("are a finding when they drift, also in a replay that goes on from a checkpoint", async () => {
    const checkpoint = join(folder, "checkpoint");
    expect((await audited({ checkpoint })).codes).to.deep.equal([]);
    const { address } = ledger.who.tierOne.wallet;
    const stranger = Wallet.createRandom().address;
    const terms = { type: 0, gasPrice: 1n };
    await (await list().getFunction("setNone")(address, terms)).wait();
    await (await list().getFunction("setEnabled")(stranger, terms)).wait();
    await pass();
    const { check, codes } = await audited({ checkpoint });
    expect(codes.sort()).to.deep.equal(["permission-missing", "permission-unknown"]);
    expect(check?.failed).to.equal(2);
    const { members } = ledger.deployment.addresses;
    const rules = { gas, members, also: [], graceSeconds: 0, most: 64, wallet: operator };
    await new PermissionJob({ rpc: chain.rpc, chainId: chain.chainId, ...rules }).run();
    expect((await audited()).codes).to.deep.equal([]);
  });

  it("are a finding when a list says otherwise than its events", async () => {
    const stranger = Wallet.createRandom().address;
    const terms = { type: 0, gasPrice: 1n };
    await (await list().getFunction("setEnabled")(stranger, terms)).wait();
    await (await list().getFunction("setNone")(stranger, terms)).wait();
    const slot = `0x${stranger.slice(2).padStart(64, "0")}`;
    const enabled = `0x${"1".padStart(64, "0")}`;
    const to = allowListAddresses.transactions;
    await chain.rpc.send("anvil_setStorageAt", [to, slot, enabled]);
    await chain.rpc.send("evm_mine", []);
    expect((await audited()).codes).to.deep.equal(["view-differs"]);
  });
});
