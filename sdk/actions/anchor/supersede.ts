import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type SupersedeParameters = WriteParameters & {
  /** The root that no longer holds, 32 bytes in hex. */
  readonly root: string;
  /** The root that takes its place, 32 bytes in hex. */
  readonly successor: string;
  /** How many documents the successor covers; 1 by default. */
  readonly count?: number | undefined;
};

export type SupersedeReturnType = WriteReturnType;

export type SupersedeErrorType = LedgerErrorType;

/**
 * Puts another root in the place of one, by the member that anchored it. Kind and subject stay.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { anchors } from "@tallystick/sdk";
 *
 * const [root, successor] = [scene.digest("draft"), scene.digest("final")];
 * await anchors.anchor(supplier, { root, kind: "contract" });
 * await anchors.supersede(supplier, { root, successor });
 * (await anchors.get(bank, { root })).supersededBy === successor // => true
 * (await anchors.get(bank, { root: successor })).kind // => "contract"
 */
export async function supersede(
  ledger: Ledger,
  parameters: SupersedeParameters,
): Promise<SupersedeReturnType> {
  const { root, successor, count = 1 } = parameters;
  const { written } = await writeContract(
    ledger,
    "documentAnchors",
    "supersede",
    parameters,
    (contract, ref) => contract.supersede.populateTransaction(root, successor, count, ref),
  );
  return written;
}
