import { cp, rename, rm } from "node:fs/promises";
import { expect } from "chai";
import { pause } from "../gateway/helpers/pause.ts";
import { faultRounds } from "../helpers/faultRounds.ts";
import { faultSeed } from "../helpers/faultSeed.ts";
import { seededRandom } from "../helpers/seededRandom.ts";
import { networkSuite } from "./helpers/networkSuite.ts";
import { underFault } from "./helpers/underFault.ts";

const ROUNDS = 20;
const ALL_ROUNDS = 5;
const HALT_SECONDS = 8;

networkSuite("Validators that fall", (network) => {
  const random = seededRandom(faultSeed());

  it("all answer within 60 seconds of a warm start", () => {
    expect(network().times.validators).to.be.lessThan(60);
  });

  it("one at a time, by kill -9: the ledger goes on within 10 seconds", async () => {
    const rounds = faultRounds(ROUNDS);
    const { pauses } = await underFault(network(), "kill one", rounds, async () => {
      for (let round = 0; round < rounds; round += 1) {
        const victim = (round % 5) + 1;
        await network().kill(victim);
        await pause(1_000 + random() * 3_000);
        await network().start(victim);
      }
    });
    expect(pauses[0], pauses.slice(0, 10).join(" ")).to.be.at.most(10);
  });

  it("two at once: the ledger halts, resumes when they are back, and has lost nothing", async () => {
    await underFault(network(), "kill two", 1, async ({ load, chain }) => {
      await network().kill(4, 5);
      await pause(3_000);
      const [height, answered] = [await chain.height(1), load.answered()];
      await pause(HALT_SECONDS * 1_000);
      expect(await chain.height(1)).to.equal(height);
      expect(load.answered()).to.equal(answered);
      await network().start(4, 5);
      await chain.grows();
    });
  });

  it("all five at once, again and again: they come back with all that they had", async () => {
    const rounds = Math.min(ALL_ROUNDS, faultRounds(ALL_ROUNDS));
    await underFault(network(), "kill all", rounds, async ({ load, chain }) => {
      for (let round = 0; round < rounds; round += 1) {
        const answered = load.answered();
        await chain.until("Writes before the kill", async () => load.answered() > answered);
        // Right after a block: what it holds is acknowledged, and on nobody's disk unless validators see to that.
        await network().kill(1, 2, 3, 4, 5);
        await network().start(1, 2, 3, 4, 5);
        await chain.grows();
      }
    });
  });

  it("restarted one after the other, as for an upgrade", async () => {
    await underFault(network(), "rolling restart", 5, async ({ chain }) => {
      for (const validator of [1, 2, 3, 4, 5]) {
        await network().stop(validator);
        await network().start(validator);
        await chain.grows(validator);
      }
    });
  });

  it("with an old disk: it catches up and has the same blocks", async () => {
    const folder = network().folder(5);
    await underFault(network(), "old disk", 1, async ({ chain }) => {
      await network().stop(5);
      await cp(folder, `${folder}.old`, { recursive: true });
      const copied = await chain.height(1);
      await network().start(5);
      await chain.until("Ten blocks", async () => (await chain.height(1)) > copied + 10);
      await network().kill(5);
      await rm(folder, { recursive: true });
      await rename(`${folder}.old`, folder);
      await network().start(5);
      await chain.until("That it catches up", async () => {
        const [own, others] = await Promise.all([chain.height(5), chain.height(1)]);
        return own >= others;
      });
    });
  });

  it("paused for longer than anybody waits: the others go on, and it follows", async () => {
    await underFault(network(), "paused", 1, async ({ chain }) => {
      network().pause(3);
      await chain.grows(1, 3);
      await pause(15_000);
      network().resume(3);
      const height = await chain.height(1);
      await chain.until("That it follows", async () => (await chain.height(3)) >= height);
    });
  });
});
