import type { PlainValue } from "../events/plainValue.ts";
import { BaseError, type ErrorDetails } from "./BaseError.ts";

/** Arguments of a custom error by their names in Solidity; integers are `bigint`. */
export type LedgerErrorArgs = Readonly<Record<string, PlainValue>>;

function detailsOf(args: LedgerErrorArgs): ErrorDetails {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === "boolean" || typeof value === "string" ? value : stringOf(value),
    ]),
  );
}

function stringOf(value: PlainValue): string {
  if (typeof value === "bigint") return value.toString();
  return JSON.stringify(value, (_, part) => (typeof part === "bigint" ? part.toString() : part));
}

/** The ledger refused a call, and nothing changed. */
export class LedgerError extends BaseError {
  override name = "LedgerError";
  /** The contract's arguments. Of a batch, `reason` holds the decoded error of its item. */
  readonly args: LedgerErrorArgs;

  /**
   * @param code name of the custom error, for instance `ReceivablesLimitExceeded`; `Panic` and `Error` for Solidity's own
   * @param cause the error inside, when the contract passed one on
   */
  constructor(code: string, message: string, args: LedgerErrorArgs, cause?: LedgerError) {
    super(code, message, { details: detailsOf(args), cause });
    this.args = args;
  }
}
