import { ProblemError } from "../../errors/problemError.ts";

/** What was asked for, or problem `not-found`. `what` is a noun with its id: `certificate 42`. */
export function found<Thing>(thing: Thing | undefined, what: string): Thing {
  if (thing !== undefined) return thing;
  throw new ProblemError("not-found", `There is no ${what}.`);
}
