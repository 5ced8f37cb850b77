import type { AuditReport } from "../auditReport.ts";
import { instantOf } from "../instantOf.ts";
import type { ReportState } from "../state/readState.ts";
import { rowsOf } from "../state/rowsOf.ts";

type Circulation = AuditReport["circulation"];

function levelsOf({ source }: ReportState) {
  const versions = rowsOf(
    source,
    "rules_version",
    (row) => ({
      version: row.number("version"),
      warnSplits: row.inside("rules").number("warnSplits"),
      warnTier: row.inside("rules").number("warnTier"),
    }),
    ({ version }) => version,
  );
  return new Map(versions.map((row) => [row.version, row]));
}

/** How many serials a receivable used up, and how far its certificates travelled. */
function extentsOf({ certificates }: ReportState): Map<number, { serials: number; tier: number }> {
  const extents = new Map<number, { serials: number; tier: number }>();
  for (const { receivable, serial, tier } of certificates.values()) {
    const known = extents.get(receivable) ?? { serials: 0, tier: 0 };
    extents.set(receivable, {
      serials: Math.max(known.serials, serial),
      tier: Math.max(known.tier, tier),
    });
  }
  return extents;
}

/** Receivables that were split, or passed down, as far as operators want to hear of. */
export function circulationOf(state: ReportState): Circulation {
  const levels = levelsOf(state);
  const extents = extentsOf(state);
  const beyond = [...state.receivables.values()].flatMap((its) => {
    const level = levels.get(its.rulesVersion ?? 0);
    const extent = extents.get(its.id);
    if (level === undefined || extent === undefined) return [];
    const { warnSplits, warnTier } = level;
    if (extent.serials < warnSplits && extent.tier < warnTier) return [];
    return [{ receivable: its.id, obligor: its.obligor, ...extent, warnSplits, warnTier }];
  });
  const warnings = state.events
    .filter(({ name }) => name === "creditCertificates.CirculationWarning")
    .map(({ args, block, time }) => ({
      receivable: Number(args.int("id") >> 32n),
      certificate: `${args.int("id")}`,
      serials: args.number("serials"),
      tier: args.number("tier"),
      block,
      at: instantOf(time),
    }));
  return { beyond, warnings };
}
