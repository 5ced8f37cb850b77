import { circulation } from "../../circulation/circulation.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import type { WriteReturnType } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type TransferParameters = WriteParameters & {
  /** Token id of the certificate. */
  readonly certificate: bigint;
  /** Member that receives. */
  readonly to: number;
  /** Minor units. */
  readonly value: bigint;
  /** Digest of the trade that the pass pays for, 32 bytes in hex. */
  readonly tradeReference: string;
};

export type TransferReturnType = WriteReturnType & {
  /** Token id of the new certificate. */
  readonly certificate: bigint;
};

export type TransferErrorType = LedgerErrorType;

/**
 * Passes value to a member that gave the holder a standing acceptance. The child is one tier deeper.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { acceptances, certificates } from "@tallystick/sdk";
 *
 * const { certificate: root } = await scene.issued({ face: 1_000_00n });
 * const until = (await scene.now()) + 86_400;
 * const framework = scene.digest("framework contract");
 * await acceptances.setStanding(buyer, { sender: who.supplier, until, framework });
 * const { certificate } = await certificates.transfer(supplier, {
 *   certificate: root,
 *   to: who.buyer,
 *   value: 250_00n,
 *   tradeReference: scene.digest("order 7"),
 * });
 * const { owner, value, tier } = await certificates.getPosition(buyer, { certificate });
 * owner === who.buyer // => true
 * value // => 250_00n
 * tier // => 2
 */
export async function transfer(
  ledger: Ledger,
  parameters: TransferParameters,
): Promise<TransferReturnType> {
  const { written, token } = await circulation("creditCertificates").transfer(ledger, {
    ...parameters,
    token: parameters.certificate,
  });
  return { ...written, certificate: token };
}
