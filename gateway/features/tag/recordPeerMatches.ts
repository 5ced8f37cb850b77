import type { Queryable } from "../../database/database.ts";
import type { PeerMatch } from "./askPeers.ts";

/** Warns a member of what peers know: each match becomes a case under the peer's reference. */
export async function recordPeerMatches(
  transaction: Queryable,
  memberId: number,
  matches: readonly PeerMatch[],
): Promise<void> {
  for (const { caseReference, epoch, tag, kind, peer } of matches) {
    await transaction.query(
      `INSERT INTO local.tag_case (case_reference, member_id, epoch, tag, kind, peer)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
      [caseReference, memberId, epoch, tag.toLowerCase(), kind, peer],
    );
  }
}
