import { circulation } from "../../circulation/circulation.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import type { WriteReturnType } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type CreateParameters = WriteParameters & {
  /** Token id of the certificate. */
  readonly certificate: bigint;
  /** Member that receives. */
  readonly to: number;
  /** Minor units. */
  readonly value: bigint;
  /** Last second, in block time, in which it can be accepted. */
  readonly expiresAt: number;
  /** Digest of the trade that the pass pays for, 32 bytes in hex. */
  readonly tradeReference: string;
};

export type CreateReturnType = WriteReturnType & {
  /** Number of the offer. */
  readonly offer: bigint;
};

export type CreateErrorType = LedgerErrorType;

/**
 * Offers value to a member. It is held until the member accepts or declines, the holder cancels, or it expires.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { certificates, offers } from "@tallystick/sdk";
 *
 * const { certificate } = await scene.issued({ face: 1_000_00n });
 * const { offer } = await offers.create(supplier, {
 *   certificate,
 *   to: who.buyer,
 *   value: 400_00n,
 *   expiresAt: (await scene.now()) + 86_400,
 *   tradeReference: scene.digest("order 7"),
 * });
 * (await offers.get(buyer, { offer })).value // => 400_00n
 * (await certificates.getPosition(supplier, { certificate })).held // => 400_00n
 */
export async function create(
  ledger: Ledger,
  parameters: CreateParameters,
): Promise<CreateReturnType> {
  return circulation("creditCertificates").offer(ledger, {
    ...parameters,
    token: parameters.certificate,
  });
}
