import type { AuditReport } from "../auditReport.ts";
import { grouped } from "../grouped.ts";
import { type Claim, readClaims } from "../state/readClaims.ts";
import type { ReportState } from "../state/readState.ts";
import { sumBy } from "../sumBy.ts";

type Duplicates = AuditReport["duplicates"];

interface Thing {
  readonly key: string;
  readonly unit: string;
  readonly exists: bigint;
  readonly used: bigint;
  readonly claims: readonly Claim[];
}

function thingsOf({ source }: ReportState, claims: readonly Claim[]): Thing[] {
  const exists = new Map<string, bigint>();
  for (const row of source.rows("tally")) {
    exists.set(String(row["claim_key"]), BigInt(String(row["exists_amount"])));
  }
  return grouped(claims, ({ key }) => [key] as const).map(([[key], all]) => {
    const using = all.filter(({ phase }) => phase !== "released");
    const used = sumBy(using, ({ amount }) => amount);
    return { key, unit: all[0]?.unit ?? "", exists: exists.get(key) ?? 0n, used, claims: using };
  });
}

function useOf({ used, exists }: Thing): Duplicates["uses"][number]["use"] {
  if (used > exists) return "over";
  if (used === exists) return "full";
  return used === 0n ? "none" : "part";
}

function claimantsOf({ claims }: Thing) {
  return grouped(claims, ({ claimant, phase }) => [claimant, phase] as const).map(
    ([[claimant, phase], items]) => {
      return { claimant, phase, amount: `${sumBy(items, ({ amount }) => amount)}` };
    },
  );
}

/** How much of each real thing is used up, and what is used more than once. */
export function usesOf(
  state: ReportState,
): Pick<Duplicates, "uses" | "phases" | "shared" | "epochs"> {
  const claims = readClaims(state.source);
  const things = thingsOf(state, claims);
  const uses = grouped(things, (thing) => [thing.unit, useOf(thing)] as const).map(
    ([[unit, use], items]) => ({
      use,
      unit,
      things: items.length,
      existsAmount: `${sumBy(items, ({ exists }) => exists)}`,
      usedAmount: `${sumBy(items, ({ used }) => used)}`,
    }),
  );
  const shared = things.flatMap((thing) => {
    const claimants = claimantsOf(thing);
    const isShared = new Set(claimants.map(({ claimant }) => claimant)).size > 1;
    const [first] = thing.claims;
    if (first === undefined || (!isShared && useOf(thing) !== "over")) return [];
    const { key, unit, exists, used } = thing;
    const amounts = { existsAmount: `${exists}`, usedAmount: `${used}` };
    return [{ key, tag: first.tag, epoch: first.epoch, unit, ...amounts, claimants }];
  });
  const [current] = [...state.source.rows("key_epochs")];
  const inForce = current === undefined ? 0 : Number(current["current_epoch"]);
  const epochs = grouped(claims, ({ epoch }) => [epoch] as const).map(([[epoch], items]) => {
    return { epoch, claims: items.length, current: epoch === inForce };
  });
  const phases = grouped(claims, ({ phase }) => [phase] as const).map(([[phase], items]) => {
    return { phase, claims: items.length };
  });
  return { uses, phases, shared, epochs };
}
