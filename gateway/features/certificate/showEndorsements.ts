import type { RefOf } from "../shared/memberRefs.ts";
import type { CertificateRow } from "./certificateRow.ts";

/** The chain of endorsements, from what `endorsementsOf` read. The root was issued, not passed. */
export function showEndorsements(path: readonly CertificateRow[], refOf: RefOf) {
  return path.flatMap((row) => {
    if (row.passed_by === null) return [];
    return {
      certificate: row.certificate_id,
      from: refOf(row.passed_by),
      to: refOf(row.holder),
      valueMinor: row.minted_minor,
      cause: row.cause,
      tradeReference: row.trade_reference,
      tier: row.tier,
      at: row.minted_at,
      transactionHash: row.transaction_hash,
    };
  });
}
