import { runSteps } from "./runSteps.ts";
import { steps } from "./steps.ts";
import { summary } from "./summary.ts";

const names = new Set(["biome", "prettier", "build", "tsc", "tsc console"]);
const rounds = steps().map((round) =>
  round.filter(({ name }) => names.has(name) || name.startsWith("solhint")),
);
summary(await runSteps(rounds));
