import { circulation } from "../../circulation/circulation.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import type { WriteReturnType } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import type { Pass } from "./pass.ts";

export type TransferBatchParameters = WriteParameters & {
  /** Token id of the certificate. */
  readonly certificate: bigint;
  /** Who gets what for which trade. */
  readonly passes: readonly Pass[];
};

export type TransferBatchReturnType = WriteReturnType & {
  /** Token ids of the new certificates, in the order of the passes. */
  readonly certificates: readonly bigint[];
};

export type TransferBatchErrorType = LedgerErrorType;

/**
 * Passes parts of one certificate to up to 200 members in one transaction, all or none. Each of them gave the holder a
 * standing acceptance. A refusal says which item it is about: its `cause` is the error of that item.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { acceptances, certificates } from "@tallystick/sdk";
 *
 * const { certificate } = await scene.issued({ face: 1_000_00n });
 * const until = (await scene.now()) + 86_400;
 * const framework = scene.digest("framework contract");
 * await acceptances.setStanding(buyer, { sender: who.supplier, until, framework });
 * const tradeReference = scene.digest("order 7");
 * const passes = [
 *   { to: who.buyer, value: 100_00n, tradeReference },
 *   { to: who.buyer, value: 50_00n, tradeReference },
 * ];
 * const batch = await certificates.transferBatch(supplier, { certificate, passes });
 * batch.certificates.length // => 2
 * const two = [...passes, { to: who.thirdTier, value: 1n, tradeReference }];
 * const refused = await certificates
 *   .transferBatch(supplier, { certificate, passes: two })
 *   .catch((error) => error);
 * refused.code // => "SplitTokenBatchItem"
 * refused.cause.code // => "SplitTokenNotAccepted"
 */
export async function transferBatch(
  ledger: Ledger,
  parameters: TransferBatchParameters,
): Promise<TransferBatchReturnType> {
  const { written, tokens } = await circulation("creditCertificates").transferBatch(ledger, {
    ...parameters,
    token: parameters.certificate,
  });
  return { ...written, certificates: tokens };
}
