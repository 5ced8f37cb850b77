import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { type JsonRpcProvider, Wallet } from "ethers";
import { LedgerProvider } from "../../scripts/client/LedgerProvider.ts";
import { DeploymentError } from "../../scripts/deploy/DeploymentError.ts";
import { deployLedger } from "../../scripts/deploy/deployLedger.ts";
import type { LedgerOptions } from "../../scripts/deploy/LedgerOptions.ts";
import type { EmbeddedLedger } from "../../scripts/ledger/LedgerOptions.ts";
import { startLedger } from "../../scripts/ledger/startLedger.ts";
import { connectLedger } from "../../sdk/contracts/connectLedger.ts";
import { admissionOf } from "../helpers/admissionOf.ts";
import { chain } from "../helpers/chain.ts";
import { roles } from "../helpers/roles.ts";

/** The error with which a deployment ends. */
async function refusalOf(options: LedgerOptions): Promise<DeploymentError> {
  try {
    await deployLedger(options);
  } catch (error) {
    if (error instanceof DeploymentError) return error;
    throw error;
  }
  throw new Error("it was deployed");
}

describe("deployLedger", function () {
  this.timeout(60_000);
  let directory: string;
  let ledger: EmbeddedLedger;
  let provider: JsonRpcProvider;

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "tallystick-deploy-"));
    ledger = await startLedger({ directory });
    provider = new LedgerProvider(ledger.url, ledger.chainId, { staticNetwork: true });
  });

  after(async () => {
    provider.destroy();
    await ledger.close();
    await rm(directory, { recursive: true });
  });

  it("deploys on the embedded ledger with a key that owns nothing", async () => {
    const deployer = Wallet.createRandom(provider);
    const operator = Wallet.createRandom();
    const deployment = await deployLedger({
      deployer,
      governance: operator.address,
      firstOperator: admissionOf("operator", operator.address, roles.operator),
    });
    expect(deployment.chainId).to.equal(ledger.chainId);
    const { members, receivables, creditCertificates, rules, ...contracts } = connectLedger(
      deployment.addresses,
      provider,
    );
    expect(await members.idOf(operator)).to.equal(1n);
    expect(await receivables.receivableCount()).to.equal(0n);
    expect(await creditCertificates.symbol()).to.equal("TCC");
    expect((await creditCertificates.totalsOf(1n)).live).to.equal(0n);
    expect((await rules.current()).version).to.equal(1n);
    expect(await contracts.settlement.instructionCount()).to.equal(0n);
    expect(await contracts.warehouseReceipts.symbol()).to.equal("TWR");
    // One transaction for each contract and one that hands over.
    const transactions = Object.keys(deployment.addresses).length + 1;
    expect(await provider.getTransactionCount(deployer)).to.equal(transactions);
  });

  it("deploys two ledgers by one key, one after the other", async () => {
    const deployer = Wallet.createRandom(provider);
    const operator = Wallet.createRandom();
    const options = {
      deployer,
      governance: operator.address,
      firstOperator: admissionOf("operator", operator.address, roles.operator),
    };
    const first = await deployLedger(options);
    const second = await deployLedger(options);
    expect(second.addresses.members).not.to.equal(first.addresses.members);
    expect(second.block).to.be.above(first.block);
  });

  it("stops when a contract isn't where the others expect it", async () => {
    const [signer, other] = (await chain.ethers.getSigners()).slice(-2);
    if (signer === undefined || other === undefined) throw new Error("the chain has no accounts");
    // Its transactions come from another account than the one that it names.
    const deployer = new Proxy(signer, {
      get: (target, name) => {
        if (name === "getAddress") return async () => other.address;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
    const problem = await refusalOf({
      deployer,
      governance: signer.address,
      firstOperator: admissionOf("operator", other.address, roles.operator),
    });
    expect(problem.code).to.equal("deployment-address-differs");
    expect(problem.message).to.match(/^authority is at 0x\w{40}, not at 0x\w{40}/);
  });

  it("needs a node to talk to", async () => {
    const deployer = Wallet.createRandom();
    const problem = await refusalOf({
      deployer,
      governance: Wallet.createRandom().address,
      firstOperator: admissionOf("operator", deployer.address, roles.operator),
    });
    expect(problem.code).to.equal("deployment-without-node");
  });

  it("needs another account for governance than the one that gives up its rights", async () => {
    const deployer = Wallet.createRandom(provider);
    const problem = await refusalOf({
      deployer,
      governance: deployer.address,
      firstOperator: admissionOf("operator", deployer.address, roles.operator),
    });
    expect(problem.code).to.equal("deployment-governance-deploys");
  });
});
