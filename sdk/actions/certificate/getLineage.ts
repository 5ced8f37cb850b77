import { circulationViews } from "../../circulation/circulationViews.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import type { Position } from "./position.ts";

export type GetLineageParameters = {
  /** Token id of the certificate. */
  readonly certificate: bigint;
};

export type GetLineageReturnType = readonly Position[];

export type GetLineageErrorType = LedgerErrorType;

/**
 * A certificate and its ancestors up to the root, from the chain's state alone.
 *
 * @throws LedgerError when the ledger does not know it
 *
 * @example
 * import { certificates } from "@tallystick/sdk";
 *
 * const { certificate } = await scene.passed();
 * const lineage = await certificates.getLineage(bank, { certificate });
 * lineage.map(({ tier }) => tier) // => [2, 1]
 */
export async function getLineage(
  ledger: Ledger,
  { certificate }: GetLineageParameters,
): Promise<GetLineageReturnType> {
  const links = await circulationViews("creditCertificates").lineage(ledger, certificate);
  return links.map(({ token, ...its }) => ({ certificate: token, ...its }));
}
