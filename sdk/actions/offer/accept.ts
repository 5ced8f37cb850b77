import { circulation } from "../../circulation/circulation.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import type { WriteReturnType } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type AcceptParameters = WriteParameters & {
  /** Number of the offer. */
  readonly offer: bigint;
};

export type AcceptReturnType = WriteReturnType & {
  /** Token id of the new certificate. */
  readonly certificate: bigint;
};

export type AcceptErrorType = LedgerErrorType;

/**
 * Takes what was offered, by an account of the member that it was offered to.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { certificates, offers } from "@tallystick/sdk";
 *
 * const { offer, value } = await scene.offered();
 * const { certificate } = await offers.accept(buyer, { offer });
 * (await certificates.getPosition(buyer, { certificate })).value === value // => true
 */
export async function accept(
  ledger: Ledger,
  parameters: AcceptParameters,
): Promise<AcceptReturnType> {
  const { written, token } = await circulation("creditCertificates").acceptOffer(
    ledger,
    parameters,
  );
  return { ...written, certificate: token };
}
