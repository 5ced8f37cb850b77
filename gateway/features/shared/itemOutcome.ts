import { BaseError } from "@tallystick/sdk";
import { z } from "zod";
import { LedgerRefusal } from "../../errors/ledgerRefusal.ts";
import { ProblemError } from "../../errors/problemError.ts";

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

function problemOf(error: unknown): { code: string; detail: string; args: object } | undefined {
  if (error instanceof LedgerRefusal) {
    return { code: error.code, detail: error.message, args: error.args };
  }
  if (error instanceof BaseError && error.code !== "ledger-unreachable") {
    return { code: error.code, detail: error.message, args: error.details };
  }
  if (error instanceof ProblemError && error.status < 500) {
    return { code: error.code, detail: error.message, args: error.extensions };
  }
  return undefined;
}

/** What became of one item of a bulk write: done, or refused with the problem that it alone would have been. */
export const itemOutcome = {
  body,

  /** Throws what is no refusal: the whole request is then asked again with its key. */
  async of(work: () => Promise<Done>) {
    try {
      const { transactionHash, blockNumber } = await work();
      return { state: "done", transactionHash, blockNumber, problem: null } as const;
    } catch (error) {
      const problem = problemOf(error);
      if (problem === undefined) throw error;
      return { state: "refused", transactionHash: null, blockNumber: null, problem } as const;
    }
  },
} as const;
