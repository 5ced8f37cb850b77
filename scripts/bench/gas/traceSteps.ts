import { z } from "zod";
import { chain } from "../../../test/helpers/chain.ts";

const trace = z.object({
  structLogs: z.array(
    z.object({
      op: z.string(),
      gas: z.number(),
      gasCost: z.number(),
      depth: z.number(),
      refund: z.number().optional(),
      stack: z.array(z.string()),
    }),
  ),
});

/** One step of a transaction, as the engine's debugger tells it. */
export type Step = z.infer<typeof trace>["structLogs"][number];

/** Every step of a mined transaction. */
export async function traceSteps(hash: string): Promise<Step[]> {
  const options = { disableMemory: true, disableStorage: true };
  const answer: unknown = await chain.provider.request({
    method: "debug_traceTransaction",
    params: [hash, options],
  });
  return trace.parse(answer).structLogs;
}
