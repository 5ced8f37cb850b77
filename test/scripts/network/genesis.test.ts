import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { chainConfigs } from "../../../scripts/network/genesis/chainConfigs.ts";
import { ledgerGenesis } from "../../../scripts/network/genesis/ledgerGenesis.ts";
import { platformGenesis } from "../../../scripts/network/genesis/platformGenesis.ts";
import { subnetConfig } from "../../../scripts/network/genesis/subnetConfig.ts";
import { type NetworkKeys, networkKeys } from "../../../scripts/network/keys/networkKeys.ts";
import { platformAddress } from "../../../scripts/network/platform/platformAddress.ts";
import { subnetOwners } from "../../../scripts/network/platform/subnetOwners.ts";

const operator = "0x1111111111111111111111111111111111111111";
const deployer = "0x2222222222222222222222222222222222222222";

describe("The genesis of a network", () => {
  let keys: NetworkKeys;
  before(async () => {
    const directory = await mkdtemp(join(tmpdir(), "tallystick-genesis-"));
    keys = await networkKeys(directory, { validators: 5, members: 5, threshold: 3 });
    await rm(directory, { recursive: true });
  });

  it("names every validator with its key and stakes the same for each", () => {
    const genesis = platformGenesis({ networkId: 123_456_789, keys, startTime: 1_800_000_000 });
    expect(genesis.initialStakers.map(({ nodeID }) => nodeID)).to.deep.equal(
      keys.validators.map(({ nodeId }) => nodeId),
    );
    const [stake] = genesis.allocations;
    expect(stake?.unlockSchedule[0]?.amount).to.equal(5e15);
    expect(genesis.initialStakedFunds).to.deep.equal([stake?.avaxAddr]);
  });

  it("of the contract chain gives nobody anything", () => {
    const { cChainGenesis } = platformGenesis({ networkId: 1, keys, startTime: 0 });
    expect(JSON.parse(cChainGenesis)).to.have.property("alloc").that.deep.equals({});
  });

  it("comes with settings by which a block is on the disk before it counts", () => {
    const settings = chainConfigs.ledger["database-config"];
    expect(JSON.parse(Buffer.from(settings, "base64").toString())).to.include({ sync: true });
  });

  it("of the ledger lets the operator rule both lists, and the deployer deploy", () => {
    const { config, alloc } = ledgerGenesis({ chainId: 7, operator, deployer });
    for (const list of [config.txAllowListConfig, config.contractDeployerAllowListConfig]) {
      expect(list.adminAddresses).to.deep.equal([operator]);
      expect(list.enabledAddresses).to.deep.equal([deployer]);
    }
    expect(Object.keys(alloc)).to.deep.equal([operator.slice(2), deployer.slice(2)]);
    expect(config.feeConfig).to.include({ minBaseFee: 1, gasLimit: 100_000_000 });
  });

  it("of the ledger is the same for the same accounts, as its chain's id depends on it", () => {
    const accounts = { chainId: 7, operator, deployer };
    expect(JSON.stringify(ledgerGenesis(accounts))).to.equal(
      JSON.stringify(ledgerGenesis(accounts)),
    );
  });

  it("has validators weigh more than the sample that votes are taken from", () => {
    const { k, alphaPreference, alphaConfidence } = subnetConfig.file.consensusParameters;
    expect(Number(subnetConfig.validatorWeight)).to.be.greaterThan(10 * k);
    expect(alphaPreference).to.be.greaterThan(k / 2);
    expect(alphaConfidence).to.be.at.least(alphaPreference);
  });

  it("lets the subnet's owners sign in the order of their addresses", () => {
    const members = keys.memberSecrets.map(platformAddress);
    const signing = keys.memberSecrets.toReversed();
    const owners = subnetOwners(members, 3, signing);
    const hex = owners.addresses.map((address) => Buffer.from(address).toString("hex"));
    expect(hex).to.deep.equal(hex.toSorted());
    expect(owners.signerIndices).to.have.length(3);
    expect(owners.signerIndices).to.deep.equal(owners.signerIndices.toSorted());
    for (const [position, index] of owners.signerIndices.entries()) {
      const signer = Buffer.from(platformAddress(owners.signerSecrets[position] ?? ""));
      expect(signer.equals(owners.addresses[index] ?? signer.subarray(1))).to.equal(true);
    }
  });
});
