import { z } from "zod";
import { refusalOf } from "../../errors/refusalOf.ts";

interface Done {
  readonly transactionHash: string;
  readonly blockNumber: number;
}

const body = z.object({
  state: z.enum(["done", "refused"]),
  transactionHash: z.string().nullable(),
  blockNumber: z.int().nullable(),
  problem: z
    .object({ code: z.string(), detail: z.string(), args: z.record(z.string(), z.unknown()) })
    .nullable(),
});

/** What became of one item of a bulk write: done, or refused with the problem that it alone would have been. */
export const itemOutcome = {
  body,

  /** Throws what is no refusal: the whole request is then asked again with its key. */
  async of(work: () => Promise<Done>) {
    try {
      const { transactionHash, blockNumber } = await work();
      return { state: "done", transactionHash, blockNumber, problem: null } as const;
    } catch (error) {
      const problem = refusalOf(error);
      if (problem === undefined) throw error;
      return { state: "refused", transactionHash: null, blockNumber: null, problem } as const;
    }
  },
} as const;
