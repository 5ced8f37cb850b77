import type { LedgerCallError } from "../errors/LedgerCallError.ts";
import type { LedgerError } from "../errors/LedgerError.ts";

/** What a call of the ledger throws: its refusal, or that it could not be asked. */
export type LedgerErrorType = LedgerError | LedgerCallError;
