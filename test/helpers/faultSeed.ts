import { randomInt } from "node:crypto";

/** The seed of a suite's random choices: TALLYSTICK_FAULT_SEED replays a run, otherwise each run has a new one. */
export function faultSeed(): number {
  const given = process.env["TALLYSTICK_FAULT_SEED"];
  if (given === undefined) return randomInt(2 ** 31);
  const seed = Number(given);
  if (!Number.isSafeInteger(seed)) throw new Error("TALLYSTICK_FAULT_SEED is not a whole number");
  return seed;
}
