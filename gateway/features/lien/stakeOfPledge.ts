import type { Queryable } from "../../database/database.ts";
import type { Stake } from "../../openapi/stake.ts";
import { stakeOf } from "../shared/stakeOf.ts";

interface StatedPledge {
  readonly asset: "certificate" | "receipt";
  readonly token: bigint;
  readonly amount: bigint;
  readonly securedParty?: number;
}

/** What a pledge encumbers; goods have no amount of money. */
export async function stakeOfPledge(
  database: Queryable,
  { asset, token, amount, securedParty: party }: StatedPledge,
): Promise<Stake | undefined> {
  if (asset !== "certificate") return undefined;
  return stakeOf.one(database, "certificate", token, { amount, party });
}
