import { expect } from "chai";
import { authorityCalls } from "../../../scripts/deploy/authorityCalls.ts";
import { bytecodeFingerprint } from "../../../scripts/deploy/bytecodeFingerprint.ts";
import { moduleRoles } from "../../../scripts/deploy/moduleRoles.ts";
import { AuthorityFactory } from "../../../sdk/contracts/authorityFactory.ts";
import { chain } from "../../helpers/chain.ts";
import { ledgerFixture } from "../../helpers/ledgerFixture.ts";

const { networkHelpers } = chain;
const week = 7n * 24n * 60n * 60n;

describe("A deployed ledger", () => {
  it("names the chain and the block in which it begins", async () => {
    const { deployment, authority } = await networkHelpers.loadFixture(ledgerFixture);
    expect(deployment.chainId).to.equal(73_571);
    const code = (block: number) =>
      chain.provider.request({
        method: "eth_getCode",
        params: [deployment.addresses.authority, `0x${block.toString(16)}`],
      });
    expect(await code(deployment.block)).not.to.equal("0x");
    expect(await code(deployment.block - 1)).to.equal("0x");
    expect(await authority.getAddress()).to.equal(deployment.addresses.authority);
  });

  it("leaves the deployer without any right", async () => {
    const { authority, deployer } = await networkHelpers.loadFixture(ledgerFixture);
    for (const id of [0n, ...moduleRoles.map((role) => role.id)]) {
      expect((await authority.hasRole(id, deployer)).isMember, `role ${id}`).to.equal(false);
    }
  });

  it("lets governance administer only with 7 days' notice", async () => {
    const { authority, governance } = await networkHelpers.loadFixture(ledgerFixture);
    const { isMember, executionDelay } = await authority.hasRole(0n, governance);
    expect([isMember, executionDelay]).to.deep.equal([true, week]);
  });

  it("lets governance set parameters only with 7 days' notice", async () => {
    const { authority, governance, rules } = await networkHelpers.loadFixture(ledgerFixture);
    const { selector } = rules.schedule.fragment;
    const { immediate, delay } = await authority.canCall(governance, rules, selector);
    expect([immediate, delay]).to.deep.equal([false, week]);
  });

  it("delays every further grant by 7 days", async () => {
    const { authority } = await networkHelpers.loadFixture(ledgerFixture);
    // The AccessManager lets a change of delays itself take effect after 5 days; administration takes 7 anyway.
    await networkHelpers.time.increase(5n * 24n * 60n * 60n);
    for (const id of [0n, ...moduleRoles.map((role) => role.id)]) {
      expect(await authority.getRoleGrantDelay(id), `role ${id}`).to.equal(week);
    }
  });

  it("delays every change of what a contract's functions need by 7 days", async () => {
    const { authority, deployment } = await networkHelpers.loadFixture(ledgerFixture);
    await networkHelpers.time.increase(5n * 24n * 60n * 60n);
    for (const [name, target] of Object.entries(deployment.addresses)) {
      expect(await authority.getTargetAdminDelay(target), name).to.equal(week);
    }
  });

  it("makes a grant of governance wait: announced, executed a week later, in force another week later", async () => {
    const ledger = await networkHelpers.loadFixture(ledgerFixture);
    const { governance, stranger, deployment } = ledger;
    const authority = ledger.authority.connect(governance);
    const grant = authority.interface.encodeFunctionData("grantRole", [4n, stranger.address, 0]);
    await expect(authority.grantRole(4n, stranger, 0)).to.be.revertedWithCustomError(
      authority,
      "AccessManagerNotScheduled",
    );
    await authority.schedule(deployment.addresses.authority, grant, 0);
    await networkHelpers.time.increase(week);
    await authority.execute(deployment.addresses.authority, grant);
    expect((await authority.hasRole(4n, stranger)).isMember).to.equal(false);
    await networkHelpers.time.increase(week);
    expect((await authority.hasRole(4n, stranger)).isMember).to.equal(true);
  });

  it("grants each module role to the contracts that need it, without delay", async () => {
    const { authority, deployment } = await networkHelpers.loadFixture(ledgerFixture);
    for (const { id, label, holders } of moduleRoles) {
      for (const holder of holders) {
        const { isMember, executionDelay } = await authority.hasRole(
          id,
          deployment.addresses[holder],
        );
        expect([isMember, executionDelay], `${label} of ${holder}`).to.deep.equal([true, 0n]);
      }
    }
  });

  it("has a fingerprint of 32 bytes that stays the same", () => {
    expect(bytecodeFingerprint()).to.match(/^0x[0-9a-f]{64}$/);
    expect(bytecodeFingerprint()).to.equal(bytecodeFingerprint());
  });
});

describe("Authority", () => {
  it("refuses an administrator with less than 7 days' notice", async () => {
    const { deployer, governance, stranger } = await networkHelpers.loadFixture(ledgerFixture);
    const authority = await new AuthorityFactory(deployer).deploy(deployer);
    await expect(authority.grantRole(0n, governance, week - 1n))
      .to.be.revertedWithCustomError(authority, "AuthorityDelayTooShort")
      .withArgs(0n, week - 1n, week);
    await expect(authority.grantRole(0n, governance, week)).not.to.revert(chain.ethers);
    await expect(authority.grantRole(1n, stranger, 0)).not.to.revert(chain.ethers);
  });

  it("refuses a grant delay below 7 days", async () => {
    const { deployer } = await networkHelpers.loadFixture(ledgerFixture);
    const authority = await new AuthorityFactory(deployer).deploy(deployer);
    expect(await authority.MIN_DELAY()).to.equal(week);
    await expect(authority.setGrantDelay(2n, week - 1n))
      .to.be.revertedWithCustomError(authority, "AuthorityDelayTooShort")
      .withArgs(2n, week - 1n, week);
    await expect(authority.setGrantDelay(2n, week)).not.to.revert(chain.ethers);
  });

  it("ends the deployer's administration as the last call of the deployment", async () => {
    const { authority, deployment, deployer, governance } =
      await networkHelpers.loadFixture(ledgerFixture);
    const calls = authorityCalls(deployment.addresses, deployer.address, governance.address);
    const last = authority.interface.parseTransaction({ data: calls.at(-1) ?? "0x" });
    expect([last?.name, ...(last?.args ?? [])]).to.deep.equal([
      "renounceRole",
      0n,
      deployer.address,
    ]);
  });
});
