import { BaseError } from "@tallystick/sdk";
import { LedgerRefusal } from "../../errors/ledgerRefusal.ts";
import type { Problem } from "../../errors/problem.ts";
import { ProblemError } from "../../errors/problemError.ts";
import { refusalStatuses } from "../../errors/refusalStatuses.ts";
import { toProblem } from "../../errors/toProblem.ts";

/** What became of one item. */
export type ItemOutcome<Done> =
  | ({ readonly index: number; readonly status: "done" } & Done)
  | { readonly index: number; readonly status: "refused"; readonly problem: Problem };

/** What became of all of them. */
export interface BatchOutcome<Done> {
  readonly done: number;
  readonly refused: number;
  readonly items: readonly ItemOutcome<Done>[];
}

/** A refusal of this item alone; whatever else went wrong is the whole request's and is asked again. */
function isItsOwn(error: unknown): boolean {
  if (error instanceof ProblemError) return error.status < 500;
  if (error instanceof BaseError) return error.code !== "ledger-unreachable";
  return error instanceof LedgerRefusal;
}

/**
 * Carries the items of one request out side by side. A refused item leaves the others alone. When one is still pending,
 * or failed for no reason of its own, the whole request is: a repetition finds what was sent and goes on.
 */
export async function runBatch<Item, Done extends object>(
  items: readonly Item[],
  instance: string,
  run: (item: Item, index: number) => Promise<Done>,
): Promise<BatchOutcome<Done>> {
  const settled = await Promise.allSettled(items.map(run));
  const outcomes = settled.map((result, index): ItemOutcome<Done> => {
    if (result.status === "fulfilled") return { index, status: "done", ...result.value };
    if (!isItsOwn(result.reason)) throw result.reason;
    const problem = toProblem(result.reason, refusalStatuses, instance);
    return { index, status: "refused", problem };
  });
  const done = outcomes.filter(({ status }) => status === "done").length;
  return { done, refused: outcomes.length - done, items: outcomes };
}
