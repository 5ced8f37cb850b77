// Widths: 12 digits hold 10^12 blocks (31,000 years of one a second), 6 and 6 hold more transactions and logs than the
// gas of any block can pay for. Fixed width makes text order chain order, in SQL and in JavaScript alike.
const BLOCK_DIGITS = 12;
const INDEX_DIGITS = 6;

/** `bbbbbbbbbbbb-tttttt-llllll`: block, transaction index and log index, sortable as text. */
export function eventKey(block: number, transactionIndex: number, logIndex: number): string {
  const parts = [
    block.toString().padStart(BLOCK_DIGITS, "0"),
    transactionIndex.toString().padStart(INDEX_DIGITS, "0"),
    logIndex.toString().padStart(INDEX_DIGITS, "0"),
  ];
  const key = parts.join("-");
  if (key.length !== BLOCK_DIGITS + 2 * INDEX_DIGITS + 2) {
    throw new RangeError(`Event key ${key} is wider than its fixed width.`);
  }
  return key;
}
