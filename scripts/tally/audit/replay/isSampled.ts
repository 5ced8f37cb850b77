// A sample costs a walk through the tables, so their number grows by 64 whenever the chain doubles.
const SAMPLES_PER_DOUBLING = 64;

/** Whether the contracts' views are asked at this block. */
export function isSampled(block: number): boolean {
  const step = 2 ** Math.floor(Math.log2(Math.max(1, block / SAMPLES_PER_DOUBLING)));
  return block % step === 0;
}
