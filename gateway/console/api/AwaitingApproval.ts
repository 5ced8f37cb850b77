/** The write is kept and waits for another person of the member; nothing happened yet. */
export class AwaitingApproval extends Error {
  override readonly name = "AwaitingApproval";
  readonly approval: string;

  constructor(approval: string) {
    super("This waits for a second person.");
    this.approval = approval;
  }
}
