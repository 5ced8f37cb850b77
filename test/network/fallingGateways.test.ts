import { pause } from "../gateway/helpers/pause.ts";
import { faultRounds } from "../helpers/faultRounds.ts";
import { faultSeed } from "../helpers/faultSeed.ts";
import { seededRandom } from "../helpers/seededRandom.ts";
import { networkSuite } from "./helpers/networkSuite.ts";
import { underFault } from "./helpers/underFault.ts";

const KILLS = 3;
const SENDS = 5;

networkSuite("Gateways of a network", (network) => {
  const random = seededRandom(faultSeed());

  it("both killed at once, again and again: each write once", async () => {
    await underFault(network(), "both gateways", KILLS, async () => {
      for (let kill = 0; kill < KILLS; kill += 1) {
        await pause(random() * 3_000);
        await network().killGateways();
        await network().startGateways();
      }
    });
  });

  it("whose endpoint dies while it is being sent to", async () => {
    const rounds = Math.min(SENDS, faultRounds(SENDS));
    await underFault(network(), "endpoint dies in a send", rounds, async ({ load, chain }) => {
      for (let round = 0; round < rounds; round += 1) {
        const begun = load.writes.length;
        // The moment in which a write has begun and nobody has answered it.
        while (load.writes.length === begun) await pause(1);
        await pause(random() * 20);
        await network().kill(1);
        const answered = load.answered();
        await chain.until("Writes meanwhile", async () => load.answered() > answered + 4);
        await network().start(1);
      }
    });
  });
});
