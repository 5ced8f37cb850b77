import { expect } from "chai";
import { measureHeaders } from "../../scripts/bench/replay/measureHeaders.ts";

describe("bench:replay of sealed headers", function () {
  this.timeout(30_000);

  it("verifies a chain whose validators change, each header with five seals", async () => {
    const { headersPerSecond, seals, headers } = await measureHeaders(150);
    expect({ seals, headers }).to.deep.equal({ seals: 5, headers: 150 });
    expect(headersPerSecond).to.be.greaterThan(0);
  });
});
