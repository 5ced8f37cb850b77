import { EngineError } from "../errors/EngineError.ts";
import type { EngineProfile } from "./engineProfile.ts";

/** What a call over many things may use: more than was measured, since what isn't used costs nothing. */
export interface BatchGas {
  /** Gas that it uses however many there are. */
  readonly fixed: bigint;
  /** Gas of each thing at its dearest. */
  readonly each: bigint;
}

/**
 * The gas limit of one transaction over `count` things: the engine's usual one, or more where that many need it.
 *
 * @throws EngineError `engine-batch-too-large`, with how many fit
 *
 * @example
 * import { batchGasLimit, engineProfiles } from "@tallystick/sdk";
 *
 * batchGasLimit(engineProfiles.avalanche, { fixed: 200_000n, each: 80_000n }, 200) // => 16200000n
 */
export function batchGasLimit(
  { name, gasLimit, largestGasLimit }: Pick<EngineProfile, "name" | "gasLimit" | "largestGasLimit">,
  { fixed, each }: BatchGas,
  count: number,
): bigint {
  const needed = fixed + each * BigInt(count);
  if (needed <= largestGasLimit) return needed > gasLimit ? needed : gasLimit;
  const most = Number((largestGasLimit - fixed) / each);
  const sentence =
    `${count} in one transaction may use ${needed} gas; one of ${name}'s may have ${largestGasLimit}, ` +
    `which is enough for ${most}.`;
  const gas = { neededGas: needed.toString(), largestGas: largestGasLimit.toString() };
  throw new EngineError("engine-batch-too-large", sentence, { details: { count, most, ...gas } });
}
