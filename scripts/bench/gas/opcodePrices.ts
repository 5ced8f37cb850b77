/** What the engine charges, in gas, from hardfork prague's rules. */
export const opcodePrices = {
  /** Any transaction; EIP-2. */
  transaction: 21_000,
  /** A byte of calldata; EIP-2028. */
  zeroByte: 4,
  nonZeroByte: 16,
  /** The first touch of a storage word or of an account in a transaction; EIP-2929. */
  coldWord: 2_100,
  coldAccount: 2_600,
  /** Writing a touched word: from zero, or from another value; EIP-2200 with EIP-2929. */
  freshWord: 20_000,
  changedWord: 2_900,
  /** An event, each of its topics, and each byte of its data. */
  log: 375,
  logTopic: 375,
  logByte: 8,
  /** The precompile that recovers a signer. */
  recover: 3_000,
} as const;
