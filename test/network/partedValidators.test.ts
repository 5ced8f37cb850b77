import { expect } from "chai";
import { pause } from "../gateway/helpers/pause.ts";
import { networkSuite } from "./helpers/networkSuite.ts";
import { underFault } from "./helpers/underFault.ts";

const PART_SECONDS = 20;
/** For so long votes still wait for whoever is cut off. */
const NOTICED_SECONDS = 10;

networkSuite("Validators that are parted", (network) => {
  before(function () {
    // Only in namespaces of their own can they be.
    if (network().state.isolation !== "namespaces") this.skip();
  });
  afterEach(() => network().heal());

  it("four and one: the four go on, the one stands still and follows when it is back", async () => {
    await underFault(network(), "partition 4|1", 1, async ({ chain }) => {
      network().partition("5");
      const alone = await chain.height(5);
      await pause((NOTICED_SECONDS + PART_SECONDS) * 1_000);
      const [own, others] = [await chain.height(5), await chain.height(1)];
      // What was being agreed on when the link was cut may still have arrived.
      expect(own).to.be.at.most(alone + 2);
      expect(others).to.be.at.least(alone + 2);
      network().heal();
      await chain.until("That it follows", async () => (await chain.height(5)) >= others);
    });
  });

  it("four and one, where the one is whom the first gateway asks", async () => {
    await underFault(network(), "partition 1|4", 1, async ({ load, chain }) => {
      network().partition("1");
      const answered = load.answered();
      await chain.until("Writes meanwhile", async () => load.answered() > answered + 20, 90_000);
      network().heal();
    });
  });

  it("three and two: neither side makes a block, and no fork is left", async () => {
    await underFault(network(), "partition 3|2", 1, async ({ load, chain }) => {
      network().partition("4,5");
      await pause(5_000);
      const [larger, smaller] = [await chain.height(1), await chain.height(5)];
      const answered = load.answered();
      await pause(PART_SECONDS * 1_000);
      expect(await chain.height(1)).to.equal(larger);
      expect(await chain.height(5)).to.equal(smaller);
      expect(load.answered()).to.equal(answered);
      network().heal();
      await chain.grows();
    });
  });
});
