import { runSteps } from "./runSteps.ts";
import { startPostgres } from "./startPostgres.ts";
import { summary } from "./summary.ts";
import { testFiles } from "./testFiles.ts";

/** `npm run test:postgres`: the gateway's suites once more, on a PostgreSQL server instead of PGlite. */
const postgres = await startPostgres();
try {
  const step = {
    name: "gateway on PostgreSQL",
    command: ["hardhat", "test", "mocha", "--no-compile", ...testFiles("test/gateway", ".test.ts")],
    count: "mocha",
    env: { TEST_DATABASE_URL: postgres.url },
    minutes: 30,
  } as const;
  summary(await runSteps([[step]]));
} finally {
  postgres.stop();
}
