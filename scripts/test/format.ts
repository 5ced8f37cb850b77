import { runSteps } from "./runSteps.ts";
import { summary } from "./summary.ts";

const biome = {
  name: "biome",
  command: ["biome", "check", "--write", "--error-on-warnings", "."],
} as const;
const prettier = {
  name: "prettier",
  command: ["prettier", "--write", "--log-level", "warn", "."],
} as const;

summary(await runSteps([[biome, prettier]]));
