import { rankInterests } from "@tallystick/sdk";
import type { Identity } from "../../auth/identity.ts";
import { isOverseer } from "../../auth/isOverseer.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import type { InterestRow } from "./interestRow.ts";
import { interestsIn } from "./interestsIn.ts";

const secondsIn = (at: Date | null): number | undefined =>
  at === null ? undefined : Math.floor(at.getTime() / 1_000);

/** The legal order of the interests in a position: whom to call, and how much only where that is one's own business. */
export async function rankOf(
  { database }: Pick<GatewayServices, "database">,
  position: { readonly asset: "certificate" | "receipt"; readonly token: bigint },
  { block, identity }: { readonly block: number; readonly identity: Identity },
) {
  const rows = await interestsIn(database, position, identity.memberId);
  const law = position.asset === "certificate" ? ("receivable" as const) : ("goods" as const);
  const keyOf = ({ kind, id }: Pick<InterestRow, "kind" | "id">): string => `${kind} ${id}`;
  const known = new Map(rows.map((row) => [keyOf(row), row]));
  const ranked = rankInterests({
    asset: law,
    interests: rows.map((row) => ({
      id: keyOf(row),
      kind: row.kind,
      amount: row.amount,
      registeredAt: secondsIn(row.registered_at),
      noticedAt: secondsIn(row.noticed_at),
      publicAt: secondsIn(row.public_at),
      purchaseMoneyDay: row.purchase_money_day ?? undefined,
    })),
  });
  const sees = ({ is_own }: InterestRow): boolean => is_own || isOverseer(identity);
  const seesAll = rows.every(sees);
  const refOf = await memberRefs(
    database,
    rows.map(({ party }) => party),
  );
  const interests = ranked.flatMap(({ interest, share, ...its }) => {
    const row = known.get(interest.id);
    if (row === undefined) return [];
    return {
      ...its,
      rank: its.rank ?? null,
      kind: row.kind,
      id: row.id,
      party: refOf(row.party),
      registeredAt: row.registered_at,
      amount: sees(row) ? row.amount : null,
      share: share !== undefined && seesAll ? share : null,
    };
  });
  return { law, interests, block };
}
