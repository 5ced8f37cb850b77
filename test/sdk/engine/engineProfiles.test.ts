import { expect } from "chai";
import { batchGasLimit, EngineError, engineProfiles } from "../../../sdk/index.ts";
import { expectCode } from "../expectCode.ts";

const profiles = Object.entries(engineProfiles);

describe("Engine profiles", () => {
  it("are named as they are asked for", () => {
    expect(profiles.map(([, { name }]) => name)).to.deep.equal(profiles.map(([key]) => key));
  });

  it("offer at least the lowest base fee, and less gas a transaction than a block has", () => {
    for (const [, profile] of profiles) {
      expect(profile.gasPrice >= profile.quirks.baseFeeFloor, profile.name).to.equal(true);
      expect(profile.gasLimit <= profile.largestGasLimit, profile.name).to.equal(true);
      expect(profile.largestGasLimit * 2n <= profile.blockGasLimit, profile.name).to.equal(true);
      const { callGasCap = profile.largestGasLimit, nonceGapLimit } = profile.quirks;
      expect(profile.largestGasLimit <= callGasCap, profile.name).to.equal(true);
      const inFlight: number = profile.maxInFlightPerSigner;
      expect(inFlight <= (nonceGapLimit ?? inFlight), profile.name).to.equal(true);
    }
  });
});

describe("The gas limit of a batch", () => {
  const gas = { fixed: 200_000n, each: 80_000n };

  it("is the engine's usual one while that is enough", () => {
    expect(batchGasLimit(engineProfiles.avalanche, gas, 97)).to.equal(8_000_000n);
  });

  it("grows with the number of things, up to what one transaction may have", () => {
    expect(batchGasLimit(engineProfiles.avalanche, gas, 98)).to.equal(8_040_000n);
    expect(batchGasLimit(engineProfiles.avalanche, gas, 622)).to.equal(49_960_000n);
  });

  it("is refused above with how many were asked, how many fit, and the gas of both", () => {
    const tooMany = () => batchGasLimit(engineProfiles.avalanche, gas, 623);
    expectCode(tooMany, "engine-batch-too-large");
    const terms = { count: 623, most: 622, neededGas: "50040000", largestGas: "50000000" };
    expect(tooMany).to.throw(EngineError).with.property("details").that.deep.equals(terms);
  });
});
