import { writeFileSync } from "node:fs";
import Mocha from "mocha";

/** Mocha's usual output, and the counts as JSON in the file that TALLYSTICK_TEST_COUNTS names. */
class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const file = process.env.TALLYSTICK_TEST_COUNTS;
    if (file === undefined) return;
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const { passes: passed, failures: failed, pending: skipped } = this.stats;
      writeFileSync(file, JSON.stringify({ passed, failed, skipped }));
    });
  }
}

// Mocha loads reporters by require(), which takes this export for the module.
export { CountingReporter as "module.exports" };
