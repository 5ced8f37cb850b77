import type { BlockOutcome } from "./executeBlock.ts";
import type { SealRecord } from "./journalRecord.ts";

/** The seal of a block: its order is spelled out only when it is not `admitted` as it was. */
export function sealOf(
  outcome: BlockOutcome,
  admitted: readonly string[],
): Omit<SealRecord, "kind"> {
  const { block, waiting } = outcome;
  const seal = { number: block.number, blockHash: block.hash };
  const plain =
    waiting.size === 0 &&
    block.transactions.length === admitted.length &&
    block.transactions.every((hash, index) => hash === admitted[index]);
  if (plain) return seal;
  return { ...seal, order: { included: block.transactions, waiting: [...waiting.keys()] } };
}
