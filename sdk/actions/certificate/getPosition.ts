import { circulationViews } from "../../circulation/circulationViews.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import type { Position } from "./position.ts";

export type GetPositionParameters = {
  /** Token id of the certificate. */
  readonly certificate: bigint;
};

export type GetPositionReturnType = Position & {
  /** Receivable that it is a part of. */
  readonly receivable: number;
  /** Token id of the certificate that it came from; undefined for a root. */
  readonly parent: bigint | undefined;
};

export type GetPositionErrorType = LedgerErrorType;

/**
 * A certificate, spent ones included.
 *
 * @throws LedgerError when the ledger does not know it
 *
 * @example
 * import { certificates } from "@tallystick/sdk";
 *
 * const { certificate, receivable } = await scene.issued({ face: 1_000_00n });
 * const position = await certificates.getPosition(bank, { certificate });
 * position.value // => 1_000_00n
 * position.tier // => 1
 * position.parent // => undefined
 * position.receivable === receivable // => true
 */
export async function getPosition(
  ledger: Ledger,
  { certificate }: GetPositionParameters,
): Promise<GetPositionReturnType> {
  const { token, ...its } = await circulationViews("creditCertificates").positionOf(
    ledger,
    certificate,
  );
  return { certificate: token, ...its, receivable: Number(certificate >> 32n) };
}
