import type { WriteReturnType } from "../ledger/writeContract.ts";

/** What an enforcement made: the child of a secured party that took over, or what a buyer was instructed to pay. */
export type EnforcementResult = {
  /** Token id of what the secured party got; undefined when a buyer is to pay first. */
  readonly child: bigint | undefined;
  /** Number of the buyer's payment instruction; undefined when the secured party took over. */
  readonly instruction: bigint | undefined;
};

/** Finds it in what the transaction emitted. */
export function enforcementResult({ events }: WriteReturnType): EnforcementResult {
  let child: bigint | undefined;
  let instruction: bigint | undefined;
  for (const event of events) {
    if (event.contract !== "liens") continue;
    if (event.name === "LienEnforced") child = event.args.child;
    if (event.name === "LienSaleInstructed") instruction = event.args.instruction;
  }
  return { child, instruction };
}
