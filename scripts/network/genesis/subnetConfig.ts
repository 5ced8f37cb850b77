/** Weight of every validator of the subnet: far above the sample size, so that samples stay random. */
const VALIDATOR_WEIGHT = 1_000n;

/**
 * How the validators agree. These parameters resumed after every pause and halt below 4 of 5; with weight 1, a sample
 * of 5 and quorums of 4 the chain locked itself at a vote of 3 to 2 with all nodes alive. Only validators may listen.
 */
export const subnetConfig = {
  validatorWeight: VALIDATOR_WEIGHT,
  file: {
    validatorOnly: true,
    proposerMinBlockDelay: 0,
    consensusParameters: {
      k: 20,
      alphaPreference: 11,
      alphaConfidence: 15,
      beta: 12,
      concurrentRepolls: 2,
      optimalProcessing: 10,
      maxOutstandingItems: 256,
      maxItemProcessingTime: 30_000_000_000,
    },
  },
} as const;
