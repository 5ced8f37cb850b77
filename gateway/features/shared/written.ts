interface Written {
  readonly transactionHash: string;
  readonly blockNumber: number;
}

/** The answer to a write: what was included, and the state that it led to. */
export function written<State extends object>(
  { transactionHash, blockNumber }: Written,
  state: State,
): State & Written {
  return { transactionHash, blockNumber, ...state };
}
