import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type RecordNoticeParameters = WriteParameters & {
  /** Id of the lien. */
  readonly lien: bigint;
  /** Time in seconds at which the notice arrived; not in the future. */
  readonly noticedAt: number;
  /** Digest of the proof, 32 bytes in hex. */
  readonly evidence: string;
};

export type RecordNoticeReturnType = WriteReturnType;

export type RecordNoticeErrorType = LedgerErrorType;

/**
 * Records when a notice of the lien reached who owes the pledged thing, by the secured party. The legal order of liens
 * stands on it where none is registered (Civil Code art. 768).
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { liens } from "@tallystick/sdk";
 *
 * const { lien } = await scene.lien.active();
 * const noticedAt = await scene.now();
 * const { events } = await liens.recordNotice(financier, {
 *   lien,
 *   noticedAt,
 *   evidence: scene.digest("receipt of the notice"),
 * });
 * events[0].name // => "LienNoticeRecorded"
 */
export async function recordNotice(
  ledger: Ledger,
  parameters: RecordNoticeParameters,
): Promise<RecordNoticeReturnType> {
  const { lien, noticedAt, evidence } = parameters;
  const { written } = await writeContract(
    ledger,
    "liens",
    "recordNotice",
    parameters,
    (contract, ref) => contract.recordNotice.populateTransaction(lien, noticedAt, evidence, ref),
  );
  return written;
}
