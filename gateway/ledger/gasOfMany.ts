import { type BatchGas, batchGasLimit, engineProfiles } from "@tallystick/sdk";
import type { GatewayServices } from "../gatewayServices.ts";

/**
 * What calls over many things may use: more than was measured at the dearest, so that what comes between
 * simulation and block can't make one run out. 200 passes stay below the 16,777,216 of EIP-7825.
 */
const gasOf = {
  /** 46,500 to a member that holds others, and a fresh count for one that holds none. */
  passes: { fixed: 300_000n, each: 80_000n },
  merges: { fixed: 200_000n, each: 60_000n },
  /** A leg that pays a holder; liens before it take more. */
  legs: { fixed: 500_000n, each: 80_000n },
} as const satisfies Record<string, BatchGas>;

/**
 * The gas limit of one transaction over `count` things on this ledger's engine. Throws the SDK's `engine-batch-too-large`,
 * which names how many fit, above what one transaction may have.
 */
export function gasOfMany(
  { config }: Pick<GatewayServices, "config">,
  what: keyof typeof gasOf,
  count: number,
): bigint {
  return batchGasLimit(engineProfiles[config.engine], gasOf[what], count);
}
