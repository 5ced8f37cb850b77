import { setTimeout as pause } from "node:timers/promises";
import { expect } from "chai";
import { id } from "ethers";
import { LedgerProvider } from "../../scripts/client/LedgerProvider.ts";
import { startAnvil, type TestChain } from "../gateway/helpers/startAnvil.ts";

describe("A provider of the ledger", function () {
  this.timeout(60_000);
  let chain: TestChain;
  before(async () => {
    chain = await startAnvil();
  });
  after(() => chain.stop());

  // With ethers' own provider this ends the process that runs the tests.
  it("may be destroyed while it polls for a receipt", async () => {
    const provider = new LedgerProvider(chain.url, chain.chainId, { staticNetwork: true });
    await provider.getBlockNumber();
    const unsent = id("a transaction that nobody sent");
    await provider.on(unsent, () => undefined);
    await provider.off(unsent);
    provider.destroy();
    await pause(100);
    expect(provider.destroyed).to.equal(true);
  });
});
