import type { Step } from "./traceSteps.ts";

/** What one step cost by itself: a call without what the called contract did. */
export type OwnCost = {
  readonly op: string;
  readonly gas: number;
  /** Address of the code that ran the step, in lower case. */
  readonly contract: string;
};

type Frame = { readonly contract: string; readonly call: Step; spent: number };

/** The address on a call's stack: below the gas that it passes on. */
function callee({ stack }: Step): string {
  return `0x${(stack.at(-2) ?? "").replace(/^0x/, "").padStart(40, "0").slice(-40)}`;
}

/**
 * What each step of a transaction cost.
 *
 * @param to address that the transaction called
 */
export function ownCosts(steps: readonly Step[], to: string): OwnCost[] {
  const costs: OwnCost[] = [];
  const frames: Frame[] = [];
  let contract = to.toLowerCase();
  const add = (op: string, gas: number): void => {
    costs.push({ op, gas, contract });
    for (const frame of frames) frame.spent += gas;
  };
  for (const [index, step] of steps.entries()) {
    const next = steps[index + 1];
    if (next === undefined) {
      add(step.op, step.gasCost);
    } else if (next.depth > step.depth) {
      frames.push({ contract, call: step, spent: 0 });
      contract = callee(step);
    } else if (next.depth < step.depth) {
      add(step.op, step.gasCost);
      const frame = frames.pop();
      if (frame === undefined) throw new Error("a call ended that never began");
      contract = frame.contract;
      add(frame.call.op, frame.call.gas - next.gas - frame.spent);
    } else {
      add(step.op, step.gas - next.gas);
    }
  }
  return costs;
}
