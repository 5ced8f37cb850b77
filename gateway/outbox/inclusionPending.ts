/** The transaction is stored and will be sent until it is included, but that takes longer than the caller waits. */
export class InclusionPending extends Error {
  override readonly name = "InclusionPending";
  readonly transactionHash: string;

  constructor(transactionHash: string) {
    super(`Transaction ${transactionHash} is stored and waits for its block.`);
    this.transactionHash = transactionHash;
  }
}
