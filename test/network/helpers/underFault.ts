import { expect } from "chai";
import { faultReport } from "../../helpers/faultReport.ts";
import { faultSeed } from "../../helpers/faultSeed.ts";
import { type AnchorLoad, anchorLoad } from "./anchorLoad.ts";
import { chainOf } from "./chainOf.ts";
import { checkWrites } from "./checkWrites.ts";
import type { LiveNetwork } from "./liveNetwork.ts";

/** What a fault was played on. */
export interface Faulted {
  readonly load: AnchorLoad;
  readonly chain: ReturnType<typeof chainOf>;
}

const seed = faultSeed();

/**
 * Plays a fault under load and checks what must hold after each: nothing acknowledged is lost, nothing doubled, no fork,
 * a replay from genesis has what both gateways have, and each block with events is proved, and every certificate's
 * evidence verifies offline. Answers the times between blocks in seconds, longest first.
 */
export async function underFault(
  network: LiveNetwork,
  suite: string,
  runs: number,
  play: (faulted: Faulted) => Promise<void>,
): Promise<{ pauses: readonly number[] }> {
  const chain = chainOf(network);
  const before = await chain.height(1);
  const load = await anchorLoad(network);
  await chain.until("The first writes", async () => load.answered() > 3);
  await play({ load, chain });
  const answered = load.answered();
  await chain.until("Writes after the fault", async () => load.answered() > answered + 5);
  await load.stop();
  await chain.proved();
  const head = await chain.agreed();
  const forks = await chain.forks(before, head.number);
  const pauses = await chain.pauses(before + 1, head.number);
  const [longestPause = 0] = pauses;
  const { verdict, certificates } = await checkWrites(network, load);
  const { lost, doubled, stuck, ...others } = verdict;
  const more = { writes: load.writes.length, longestPause, forks, certificates, ...others };
  faultReport({ suite, seed, runs, lost, doubled, stuck, more });
  expect(load.surprises.slice(0, 3)).to.deep.equal([]);
  for (const [what, count] of Object.entries(verdict)) expect(count, what).to.equal(0);
  expect(forks).to.equal(0);
  return { pauses };
}
