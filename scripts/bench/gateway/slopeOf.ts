/** A measurement at a moment. */
export interface Sample {
  readonly minutes: number;
  readonly value: number;
}

/** How much the value grows in a minute: least squares through all samples. */
export function slopeOf(samples: readonly Sample[]): number {
  const count = samples.length;
  const mean = (of: (sample: Sample) => number) =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / count;
  const [time, value] = [mean(({ minutes }) => minutes), mean((sample) => sample.value)];
  const spread = mean(({ minutes }) => (minutes - time) ** 2);
  if (spread === 0) return 0;
  return mean((sample) => (sample.minutes - time) * (sample.value - value)) / spread;
}
