import { rankInterests } from "@tallystick/sdk";
import type { AuditReport } from "../auditReport.ts";
import { grouped } from "../grouped.ts";
import { instantOf } from "../instantOf.ts";
import { type Financing, readFinancings } from "../state/readFinancings.ts";
import { type Lien, readLiens } from "../state/readLiens.ts";
import type { ReportState } from "../state/readState.ts";
import { interestsOf } from "./interestsOf.ts";

type Liens = AuditReport["liens"];
type Position = Liens["positions"][number];

/** Financings by the position that they are on: what was delivered, or what they hold until then. */
function byPosition(financings: readonly Financing[]): Map<bigint, Financing[]> {
  return Map.groupBy(financings, ({ child, certificate }) => child ?? certificate);
}

function positionOf(
  state: ReportState,
  liens: readonly [Lien, ...Lien[]],
  financings: readonly Financing[],
): Position {
  const [{ asset, token, unit = "", debtor }] = liens;
  const isCertificate = asset === "certificate";
  const known = interestsOf(state, liens, isCertificate ? financings : []);
  const ranked = rankInterests({
    asset: isCertificate ? "receivable" : "goods",
    interests: known.map(({ interest }) => interest),
  });
  const beside = new Map(known.map((its) => [its.interest.id, its]));
  const interests = ranked.flatMap(({ interest, rank, chainOrder, basis, articles, why }) => {
    const its = beside.get(interest.id);
    if (its === undefined) return [];
    return [
      {
        kind: its.interest.kind,
        id: interest.id.slice(its.interest.kind.length + 1),
        party: its.party,
        amount: `${interest.amount}`,
        state: its.state,
        rank: rank ?? null,
        chainOrder,
        basis,
        articles: [...articles],
        why: { ...why },
        registeredAt: instantOf(interest.registeredAt),
        noticedAt: instantOf(interest.noticedAt),
      },
    ];
  });
  // Equals of one rank stand in the ledger's order, so any other order is the law's.
  const differs = interests.some(
    ({ rank, chainOrder }, index) => rank === null || chainOrder !== index + 1,
  );
  const kind = isCertificate ? "certificate" : "receipt";
  return { asset: kind, token: `${token}`, unit, debtor, differs, interests };
}

/** Liens with their legal rank beside the order in which the ledger took them. */
export function liensOf(state: ReportState): Liens {
  const liens = readLiens(state.source);
  const open = liens.filter((its) => its.state !== "ended" && its.acceptedAt !== undefined);
  const isKnown = ({ asset }: Lien): boolean => asset === "certificate" || asset === "receipt";
  const financed = byPosition(readFinancings(state.source));
  const positions = [
    ...Map.groupBy(open.filter(isKnown), ({ asset, token }) => `${asset} ${token}`).values(),
  ].flatMap(([first, ...rest]) => {
    if (first === undefined) return [];
    return [positionOf(state, [first, ...rest], financed.get(first.token) ?? [])];
  });
  const others = open
    .filter((lien) => !isKnown(lien))
    .map(({ id, asset, token, amount, securedParty }) => {
      return { asset, token: `${token}`, lien: `${id}`, amount: `${amount}`, party: securedParty };
    });
  const states = grouped(liens, (its) => [its.asset, its.state, its.ending ?? ""] as const).map(
    ([[asset, name, ending], items]) => {
      return { asset, state: name, ending: ending === "" ? null : ending, liens: items.length };
    },
  );
  return { positions, others, states };
}
