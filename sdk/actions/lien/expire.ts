import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type ExpireParameters = WriteParameters & {
  /** Id of the lien. */
  readonly lien: bigint;
};

export type ExpireReturnType = WriteReturnType;

export type ExpireErrorType = LedgerErrorType;

/**
 * Ends a proposed pledge after its expiry, or after what it is on ceased to circulate; anyone may.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { liens } from "@tallystick/sdk";
 *
 * const { lien } = await scene.lien.proposed();
 * await scene.passDays(2);
 * await liens.expire(anyone, { lien });
 * (await liens.get(anyone, { lien })).state // => "ended"
 */
export async function expire(
  ledger: Ledger,
  parameters: ExpireParameters,
): Promise<ExpireReturnType> {
  const { lien } = parameters;
  const { written } = await writeContract(ledger, "liens", "expire", parameters, (contract, ref) =>
    contract.expire.populateTransaction(lien, ref),
  );
  return written;
}
