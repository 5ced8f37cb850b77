/** What falls due on one day in one currency. */
export interface Obligation {
  readonly dueDate: string;
  readonly currency: string;
  readonly amountMinor: string;
  readonly awaitingMinor: string;
}
