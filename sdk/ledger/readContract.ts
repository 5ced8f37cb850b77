import { contractOf } from "./contractOf.ts";
import type { ContractName, ContractTypes } from "./contractTypes.ts";
import type { Ledger } from "./ledger.ts";
import { toLedgerError } from "./toLedgerError.ts";

/**
 * Asks a contract of the ledger.
 *
 * @throws LedgerError when it reverts; LedgerCallError when it does not answer
 */
export async function readContract<Name extends ContractName, Answer>(
  ledger: Ledger,
  name: Name,
  ask: (contract: ContractTypes[Name]) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await ask(contractOf(ledger, name));
  } catch (thrown) {
    throw await toLedgerError(thrown, name, ledger.errorContext);
  }
}
