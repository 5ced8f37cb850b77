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
 * and a replay from genesis has what both gateways have. Answers the times between blocks in seconds, longest first.
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
  const head = await chain.agreed();
  const forks = await chain.forks(before, head.number);
  const pauses = await chain.pauses(before + 1, head.number);
  const [longestPause = 0] = pauses;
  const verdict = await checkWrites(network, load);
  const { lost, doubled, stuck, ...others } = verdict;
  const more = { writes: load.writes.length, longestPause, forks, ...others };
  faultReport({ suite, seed, runs, lost, doubled, stuck, more });
  expect(load.surprises.slice(0, 3)).to.deep.equal([]);
  expect(verdict).to.deep.equal({ lost: 0, doubled: 0, stuck: 0, surprises: 0, unequal: 0 });
  expect(forks).to.equal(0);
  return { pauses };
}
