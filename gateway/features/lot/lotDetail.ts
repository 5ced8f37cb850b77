import type { Identity } from "../../auth/identity.ts";
import { overseesStock } from "../../auth/overseesStock.ts";
import type { Queryable } from "../../database/database.ts";
import { locationReadModel } from "../location/locationReadModel.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { countReadModel } from "./countReadModel.ts";
import { holdingsOf } from "./holdingsOf.ts";
import { lotReadModel } from "./lotReadModel.ts";
import type { LotRow } from "./lotRow.ts";
import { showLot } from "./showLot.ts";

const COUNTS = 10;

/** Its custodian and who oversees goods know every holder; others know themselves and the sum of the rest. */
function viewerOf(identity: Identity, { custodian }: LotRow): number | "all" {
  const seesAll = overseesStock(identity) || custodian === BigInt(identity.memberId);
  return seesAll ? "all" : identity.memberId;
}

/** A lot with its place, its holders as far as the caller may know them, and its last counts. */
export async function lotDetail(database: Queryable, lot: number, identity: Identity) {
  const row = await lotReadModel.row(database, lot);
  const holdings = await holdingsOf(database, lot, viewerOf(identity, row));
  const counts = await countReadModel.list(database, { lot, limit: COUNTS });
  const refOf = await memberRefs(database, [
    row.custodian,
    ...holdings.map(({ holder }) => holder),
  ]);
  return {
    ...showLot(row, refOf),
    place: await locationReadModel.one(database, Number(row.location_id)),
    holdings: holdings.map(({ holder, ...rest }) => ({ holder: refOf(holder), ...rest })),
    counts: counts.rows.slice(0, COUNTS).map((each) => countReadModel.show(each, counts.refOf)),
  };
}
