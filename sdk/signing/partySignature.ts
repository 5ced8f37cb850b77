/** A party's signature beside the account that made it. */
export type PartySignature = {
  /** Active account of the party. */
  readonly account: string;
  /** Block time in seconds after which it no longer holds; signed. */
  readonly deadline: number;
  /** The member's epoch; signed. */
  readonly epoch: number;
  /** Bytes for ECDSA or ERC-1271 in hex; `0x` when `account` sends the transaction itself. */
  readonly signature: string;
};
