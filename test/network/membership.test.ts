import { readFileSync } from "node:fs";
import { allowListAddresses, allowListInterface, coinDust, engineProfiles } from "@tallystick/sdk";
import { expect } from "chai";
import { Contract, Wallet } from "ethers";
import { LedgerProvider } from "../../scripts/client/LedgerProvider.ts";
import { chainOperatorKey } from "../../scripts/network/keys/chainOperatorKey.ts";
import { auditReplay } from "../../scripts/tally/audit/replay/auditReplay.ts";
import { reconcilePermissions } from "../../scripts/tally/network/reconcilePermissions.ts";
import type { Client } from "../gateway/helpers/client.ts";
import { eitherGateway } from "./helpers/eitherGateway.ts";
import { networkSuite } from "./helpers/networkSuite.ts";
import { underFault } from "./helpers/underFault.ts";

const { gasPrice } = engineProfiles.avalanche;
const terms = { type: 0, gasPrice, gasLimit: 200_000n };
const refused = /cannot issue transaction from non-allow listed address/;

networkSuite("Membership on two fences", (network) => {
  let provider: LedgerProvider;
  let operator: Client;
  let member: Wallet;
  let started = true;

  const rpc = () => network().state.validators[0]?.rpcUrl ?? "";
  const options = () => ({ rpc: rpc(), deployment: network().state.deploymentFile, also: [] });
  const key = () => ({ file: chainOperatorKey.file(network().directory), passphrase: "" });
  const chainOperator = () => new Wallet(readFileSync(key().file, "utf8").trim(), provider);
  const list = (name: keyof typeof allowListAddresses) =>
    new Contract(allowListAddresses[name], allowListInterface, chainOperator());
  /** Without coin an account is refused for that reason already. */
  const giveCoin = async (to: string) => {
    const sent = await chainOperator().sendTransaction({ to, value: 1_000_000n, ...terms });
    await sent.wait();
  };
  const roleOf = async (account: string) =>
    Number(await list("transactions").getFunction("readAllowList")(account));
  const until = async (what: string, isSo: () => Promise<boolean>) => {
    const began = performance.now();
    while (!(await isSo())) {
      if (performance.now() - began > 30_000) throw new Error(`${what} did not happen in 30 s.`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return performance.now() - began;
  };
  const messageOf = (work: Promise<unknown>) =>
    work.then(
      () => "nothing was refused",
      (error: unknown) =>
        JSON.stringify(error instanceof Error ? { ...error, m: error.message } : error),
    );

  before(async () => {
    provider = new LedgerProvider(rpc(), undefined, { staticNetwork: true, cacheTimeout: -1 });
    provider.pollingInterval = 200;
    const urls = network().state.gateways.map(({ url }) => url);
    operator = await eitherGateway(urls, "1");
    member = new Wallet(Wallet.createRandom().privateKey, provider);
  });
  after(async () => {
    provider?.destroy();
    if (!started) await network().startGateways();
  });

  it("an account sends once its member is admitted, with coin for gas", async () => {
    await giveCoin(member.address);
    expect(await messageOf(member.sendTransaction({ to: member.address, ...terms }))).to.match(
      refused,
    );
    const { status, body } = await operator.post("/v1/members", {
      name: `Member ${member.address}`,
      nameZh: "新成员",
      party: { scheme: "local", id: member.address },
      roles: ["supplier"],
      size: "small",
      settlementAccount: { bank: "TESTCNBJ", number: "6222 0001" },
      account: member.address,
    });
    expect(status, JSON.stringify(body)).to.equal(201);
    const took = await until("Admission", async () => {
      const coin = await provider.getBalance(member.address);
      return (await roleOf(member.address)) === 1 && coin > 1_000_000n;
    });
    console.error(`admission opened the chain after ${(took / 1_000).toFixed(1)} s`);
    const dust = coinDust(engineProfiles.avalanche)?.grant ?? 0n;
    expect(await provider.getBalance(member.address)).to.equal(dust + 1_000_000n);
    const sent = await member.sendTransaction({ to: member.address, ...terms });
    expect((await sent.wait())?.status).to.equal(1);
  });

  it("a member's deployment fails and leaves no contract", async () => {
    await underFault(network(), "deploy by a member", 1, async () => {
      const sent = await member.sendTransaction({ data: "0x60016000f3", ...terms });
      await until(
        "The deployment",
        async () => (await provider.getTransactionReceipt(sent.hash)) !== null,
      );
      const receipt = await provider.getTransactionReceipt(sent.hash);
      expect(receipt?.status).to.equal(0);
      expect(await provider.getCode(receipt?.contractAddress ?? member.address)).to.equal("0x");
    });
  });

  it("a stranger's transaction is refused at every validator", async () => {
    const stranger = Wallet.createRandom();
    await giveCoin(stranger.address);
    const raw = await stranger.signTransaction({
      ...{ to: member.address, nonce: 0, chainId: network().state.chainId },
      ...terms,
    });
    for (const { index } of network().state.validators) {
      const said = await messageOf(network().ask(index, "eth_sendRawTransaction", [raw]));
      expect(said).to.match(refused).and.to.include("-32000");
    }
  });

  it("the operator's job, run again, changes nothing", async () => {
    const again = await reconcilePermissions({ ...options(), key: key() });
    expect([again.sent, again.calls, again.findings]).to.deep.equal([[], [], []]);
  });

  it("drift is found by the command and by an audit, and repaired by the command", async () => {
    await network().killGateways();
    started = false;
    const stranger = Wallet.createRandom().address;
    const sent = await list("transactions").getFunction("setEnabled")(stranger, terms);
    await sent.wait();
    const missing = await list("transactions").getFunction("setNone")(member.address, terms);
    await missing.wait();
    const found = await reconcilePermissions({ ...options(), key: undefined });
    expect(found.findings.map(({ code }) => code).sort()).to.deep.equal([
      "permission-missing",
      "permission-unknown",
    ]);
    const { deployment } = options();
    const audited = await auditReplay({ rpc: rpc(), deployment, hasReport: false });
    expect(audited.facts.findings.map(({ code }) => code)).to.include("permission-unknown");
    const repaired = await reconcilePermissions({ ...options(), key: key() });
    expect(repaired.sent.map(({ verb }) => verb)).to.deep.equal(["setNone", "setEnabled"]);
    expect([repaired.calls, repaired.findings]).to.deep.equal([[], []]);
    const clean = await auditReplay({ rpc: rpc(), deployment, hasReport: false });
    // What a story told on the ledger lacks in goods is no drift.
    expect(clean.facts.firstMismatch).to.equal(null);
    await network().startGateways();
    started = true;
  });

  it("an account that is revoked sends no more", async () => {
    const { status, body } = await operator.send("DELETE", `/v1/accounts/${member.address}`, {
      key: `revoke-${member.address}`,
      body: {},
    });
    expect(status, JSON.stringify(body)).to.equal(200);
    const took = await until("Revocation", async () => (await roleOf(member.address)) === 0);
    console.error(`revocation closed the chain after ${(took / 1_000).toFixed(1)} s`);
    await underFault(network(), "revoked account", 1, async () => {
      const said = await messageOf(member.sendTransaction({ to: member.address, ...terms }));
      expect(said).to.match(refused).and.to.include("-32000");
    });
  });
});
