import {
  allowListAddresses,
  allowListInterface,
  allowListRoles,
  coinDust,
  type PermissionFinding,
} from "@tallystick/sdk";
import { expect } from "chai";
import { Contract, id, Wallet } from "ethers";
import { PermissionJob } from "../../../gateway/permissioning/PermissionJob.ts";
import { putAllowLists } from "../../helpers/putAllowLists.ts";
import { deployTestLedger, type TestLedger } from "../helpers/deployTestLedger.ts";
import { startAnvil, type TestChain } from "../helpers/startAnvil.ts";

const operator = new Wallet(id("operator of the chain"));
const gas = { gasPrice: 1n, gasLimit: 8_000_000n };
const dust = coinDust(gas);
const { none, enabled } = allowListRoles;

function codes(findings: readonly PermissionFinding[]) {
  return findings.map(({ code }) => code);
}

describe("the chain's permissions, followed by a job", function () {
  this.timeout(60_000);
  let chain: TestChain;
  let ledger: TestLedger;

  function job(more: Partial<ConstructorParameters<typeof PermissionJob>[0]> = {}) {
    const { rpc, chainId } = chain;
    const { members } = ledger.deployment.addresses;
    const rules = { also: [], graceSeconds: 0, most: 64 };
    return new PermissionJob({ rpc, chainId, members, gas, wallet: operator, ...rules, ...more });
  }

  function list(name: keyof typeof allowListAddresses) {
    return new Contract(
      allowListAddresses[name],
      allowListInterface,
      operator.connect(ledger.provider),
    );
  }

  async function roleOf(account: string): Promise<number> {
    return Number(await list("transactions").getFunction("readAllowList")(account));
  }

  async function set(name: keyof typeof allowListAddresses, verb: string, account: string) {
    await (await list(name).getFunction(verb)(account, { type: 0, gasPrice: 1n })).wait();
  }

  before(async () => {
    chain = await startAnvil();
    ledger = await deployTestLedger(chain);
    await putAllowLists(chain.rpc, operator.address);
    await chain.rpc.send("anvil_setBalance", [operator.address, "0x21e19e0c9bab2400000"]);
  });

  after(async () => {
    ledger.provider.destroy();
    await chain.stop();
  });

  it("opens for every member's accounts, with coin for gas, and then has nothing to do", async () => {
    const round = await job().run();
    const people = Object.values(ledger.who);
    expect(round.sent.length).to.equal(people.length * 2);
    expect(round.isUnfinished).to.equal(false);
    for (const { wallet } of people) {
      expect(await roleOf(wallet.address)).to.equal(enabled);
      expect(await ledger.provider.getBalance(wallet.address)).to.equal(dust?.grant);
    }
    const again = await job().run();
    expect(again).to.include({ isUnfinished: false });
    expect([again.calls, again.findings, again.sent]).to.deep.equal([[], [], []]);
  });

  it("opens for an added account when its time has come, and closes for a revoked one", async () => {
    const { contracts, who } = ledger;
    const added = Wallet.createRandom();
    const members = contracts.members.connect(who.tierOne.wallet);
    await (await members.addAccount(added.address, id("ref"), { type: 0, gasPrice: 0 })).wait();
    const following = job();
    expect((await following.run()).sent).to.deep.equal([]);
    await chain.rpc.send("evm_increaseTime", [48 * 3_600]);
    await chain.rpc.send("evm_mine", []);
    await following.run();
    expect(await roleOf(added.address)).to.equal(enabled);
    await (await members.revokeAccount(added.address, id("ref"), { type: 0, gasPrice: 0 })).wait();
    const { sent } = await following.run();
    expect(sent.map(({ verb, account }) => [verb, account])).to.deep.equal([
      ["setNone", added.address],
    ]);
    expect(await roleOf(added.address)).to.equal(none);
  });

  it("finds what somebody changed behind the members' backs, and repairs it", async () => {
    const stranger = Wallet.createRandom().address;
    const { address } = ledger.who.tierOne.wallet;
    await set("transactions", "setEnabled", stranger);
    await set("transactions", "setNone", address);
    const { findings } = await job().run();
    expect(codes(findings).sort()).to.deep.equal(["permission-missing", "permission-unknown"]);
    expect([await roleOf(stranger), await roleOf(address)]).to.deep.equal([none, enabled]);
    expect((await job().run()).findings).to.deep.equal([]);
  });

  it("finds a second deployer and a second administrator, and leaves both to people", async () => {
    const stranger = Wallet.createRandom().address;
    await set("deployers", "setEnabled", stranger);
    await set("transactions", "setAdmin", stranger);
    const { findings, calls } = await job().run();
    expect(codes(findings)).to.deep.equal(["permission-deployer", "permission-admin"]);
    expect(calls).to.deep.equal([]);
    await set("deployers", "setNone", stranger);
    await set("transactions", "setNone", stranger);
    expect((await job().run()).findings).to.deep.equal([]);
  });

  it("gives coin again below the mark, once, however many jobs see it", async () => {
    const { address } = ledger.who.tierOne.wallet;
    await chain.rpc.send("anvil_setBalance", [address, "0x1"]);
    const rounds = await Promise.all([job().run(), job().run(), job().run()]);
    expect(rounds.flatMap(({ calls }) => calls).length).to.be.greaterThan(0);
    expect(await ledger.provider.getBalance(address)).to.equal((dust?.grant ?? 0n) + 1n);
    expect((await job().run()).sent).to.deep.equal([]);
  });

  it("does nothing with a key that may not, and says so", async () => {
    const stranger = Wallet.createRandom().address;
    await set("transactions", "setEnabled", stranger);
    const { findings, sent } = await job({ wallet: Wallet.createRandom() }).run();
    expect(codes(findings)).to.include.members(["permission-operator", "permission-unknown"]);
    expect(sent).to.deep.equal([]);
    await set("transactions", "setNone", stranger);
  });

  it("makes no more calls in a round than a pool takes, and goes on in the next", async () => {
    const fresh = Array.from({ length: 5 }, () => Wallet.createRandom().address);
    const small = { also: fresh, most: 4 };
    const following = job(small);
    const counts: number[] = [];
    for (let round = 0; round < 4; round += 1) counts.push((await following.run()).sent.length);
    expect(counts).to.deep.equal([4, 4, 2, 0]);
  });
});
