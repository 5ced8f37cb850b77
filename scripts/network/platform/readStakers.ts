import { z } from "zod";
import { askValidator } from "../validator/askValidator.ts";

const answer = z.object({
  validators: z.array(
    z.looseObject({
      nodeID: z.string(),
      weight: z.string(),
      endTime: z.string(),
      connected: z.boolean().optional(),
    }),
  ),
});

/** A validator as the P-chain has it. */
export interface Staker {
  readonly nodeId: string;
  readonly weight: bigint;
  /** Second at which it ends. */
  readonly end: number;
  /** Whether the asked validator is connected to it; undefined where it doesn't say. */
  readonly connected: boolean | undefined;
}

/** Current validators of a subnet, or of the primary network. `url`: of a validator, without a path. */
export async function readStakers(url: string, subnetID?: string): Promise<readonly Staker[]> {
  const scope = subnetID === undefined ? {} : { subnetID };
  const told = await askValidator(`${url}/ext/bc/P`, "platform.getCurrentValidators", scope);
  return answer.parse(told).validators.map(({ nodeID, weight, endTime, connected }) => {
    return { nodeId: nodeID, weight: BigInt(weight), end: Number(endTime), connected };
  });
}
