import { runStep, type Step } from "./runStep.ts";
import { type Counts, sumCounts } from "./sumCounts.ts";

/** Runs the rounds one after the other and two steps of a round at a time; a failure stops nothing. */
export async function runSteps(rounds: readonly (readonly Step[])[]): Promise<Counts> {
  const counts: Counts[] = [];
  // Steps have process groups of their own, which Ctrl-C doesn't reach; leaving by exit() ends them.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => process.exit(1));
  }
  for (const round of rounds) {
    const waiting = [...round];
    const worker = async (): Promise<void> => {
      for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
        counts.push(await runStep(step));
      }
    };
    await Promise.all([worker(), worker()]);
  }
  return sumCounts(counts);
}
