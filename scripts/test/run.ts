import { runSteps } from "./runSteps.ts";
import { steps } from "./steps.ts";
import { summary } from "./summary.ts";

summary(await runSteps(steps()));
