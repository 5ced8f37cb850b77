import type { PartyId } from "@tallystick/sdk";
import type { Queryable } from "../../database/database.ts";
import { ProblemError } from "../../errors/problemError.ts";
import { shareReads } from "./shareReads.ts";

interface PartyRow {
  readonly member_id: bigint;
  readonly party_scheme: PartyId["scheme"];
  readonly party_id: string;
}

const readParty = shareReads(async (database, members: readonly number[]) => {
  const rows = await database.query<PartyRow>(
    "SELECT member_id, party_scheme, party_id FROM local.party WHERE member_id = ANY($1::int8[])",
    [members],
  );
  const known = new Map(rows.map((row) => [Number(row.member_id), row]));
  return members.map((member) => known.get(member));
});

/** Who a member is outside the ledger, as far as this gateway was told. */
export async function partyIdOf(database: Queryable, member: number): Promise<PartyId> {
  const row = await readParty(database, member);
  if (row !== undefined) return { scheme: row.party_scheme, id: row.party_id };
  throw new ProblemError(
    "unprocessable",
    `This gateway does not know who member ${member} is: state each invoice's sellerId.`,
  );
}
