import { type PartyId, partyId } from "@tallystick/sdk";
import type { Queryable } from "../../database/database.ts";
import { ProblemError } from "../../errors/problemError.ts";

/**
 * The ledger refuses a legal identity's second digest only when the salt is the same; that a party is not admitted
 * twice under two salts is for the gateway to see.
 */
export async function refuseKnownParty(
  database: Queryable,
  party: PartyId,
  ref: string,
): Promise<void> {
  const { scheme, id } = partyId(party.scheme, party.id);
  const [known] = await database.query<{ member_id: bigint; name: string }>(
    `SELECT member_id, name FROM local.party WHERE party_scheme = $1 AND party_id = $2
     AND NOT EXISTS (SELECT 1 FROM projected.event
       WHERE left(ref, 34) = left($3, 34) AND name = 'MemberAdmitted')`,
    [scheme, id, ref],
  );
  if (known === undefined) return;
  throw new ProblemError(
    "conflict",
    `${scheme}:${id} is member ${known.member_id} already, admitted as ${known.name}.`,
    { memberId: Number(known.member_id) },
  );
}
