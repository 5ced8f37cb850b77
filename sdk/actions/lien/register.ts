import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import type { Registration } from "../../signing/registration.ts";

export type RegisterParameters = WriteParameters & {
  /** Id of the lien. */
  readonly lien: bigint;
  /** Its entry in the movables registry. */
  readonly registration: Registration;
};

export type RegisterReturnType = WriteReturnType;

export type RegisterErrorType = LedgerErrorType;

/**
 * Records the registration of an accepted pledge, by its secured party. A pledge of a receivable exists only from then on
 * (Civil Code art. 445).
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { liens } from "@tallystick/sdk";
 *
 * const { lien, invoices } = await scene.lien.proposed();
 * await liens.accept(financier, { lien, documents: { invoices } });
 * (await liens.get(financier, { lien })).state // => "proposed"
 * const registration = { number: scene.digest("registry 0042"), registeredAt: await scene.now() };
 * await liens.register(financier, { lien, registration });
 * (await liens.get(financier, { lien })).state // => "active"
 */
export async function register(
  ledger: Ledger,
  parameters: RegisterParameters,
): Promise<RegisterReturnType> {
  const { lien, registration } = parameters;
  const { written } = await writeContract(
    ledger,
    "liens",
    "register",
    parameters,
    (contract, ref) => contract.register.populateTransaction(lien, registration, ref),
  );
  return written;
}
