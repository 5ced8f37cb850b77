import type { AuditReport } from "../auditReport.ts";
import { grouped } from "../grouped.ts";
import { instantOf } from "../instantOf.ts";
import { type Financing, readFinancings } from "../state/readFinancings.ts";
import type { ReportState } from "../state/readState.ts";
import { sumBy } from "../sumBy.ts";

type Line = AuditReport["financing"]["financings"][number];

function evidenceOf(state: ReportState, its: Financing): Line["evidence"] {
  const paid = state.instructions.get(its.instruction ?? 0);
  const child = state.certificates.get(its.child ?? 0n);
  const receivable = state.receivables.get(Number(its.certificate >> 32n));
  return {
    transferredAt: instantOf(child?.mintedAt),
    registeredAt: instantOf(its.registeredAt),
    registryNumber: its.registryNumber ?? null,
    noticeByLedger: receivable?.noticeByLedger ?? false,
    instruction: its.instruction ?? null,
    paidMinor: paid?.paid === undefined ? null : `${paid.paid}`,
    valueDate: paid?.valueDate ?? null,
    bank: its.bank,
    bankReference: paid?.bankReference ?? null,
    receiptDigest: paid?.receiptDigest ?? null,
    boughtBack: its.state === "bought-back",
  };
}

function against({ recourse, state }: Financing, evidence: Line["evidence"]): Line["against"] {
  const missing: [boolean, Line["against"][number]][] = [
    [evidence.transferredAt === null, "not-delivered"],
    [recourse, "recourse"],
    [evidence.registeredAt === null, "not-registered"],
    [!evidence.noticeByLedger, "no-notice"],
    [state === "bought-back", "bought-back"],
  ];
  return missing.filter(([applies]) => applies).map(([, code]) => code);
}

function lineOf(state: ReportState, its: Financing): Line {
  const evidence = evidenceOf(state, its);
  return {
    financing: its.id,
    state: its.state,
    seller: its.holder,
    financier: its.financier,
    obligor: its.obligor,
    certificate: `${its.certificate}`,
    child: its.child === undefined ? null : `${its.child}`,
    currency: its.currency,
    valueMinor: `${its.value}`,
    principalMinor: `${its.principal}`,
    discountMinor: `${its.discount}`,
    feeMinor: `${its.fee}`,
    recourse: its.recourse,
    claimMinor: `${its.claim}`,
    outstandingMinor: `${state.certificates.get(its.child ?? 0n)?.value ?? 0n}`,
    acceptedAt: instantOf(its.acceptedAt),
    evidence,
    against: against(its, evidence),
  };
}

/** Financings with and without recourse, each with what a seller's derecognition of it could stand on. */
export function financingOf(state: ReportState): AuditReport["financing"] {
  const financings = readFinancings(state.source).map((its) => lineOf(state, its));
  const delivered = financings.filter(({ child }) => child !== null);
  const totals = grouped(
    delivered,
    ({ currency, recourse }) => [currency, recourse ? 1 : 0] as const,
  ).map(([[currency, recourse], items]) => ({
    currency,
    recourse: recourse === 1,
    financings: items.length,
    valueMinor: `${sumBy(items, ({ valueMinor }) => BigInt(valueMinor))}`,
    principalMinor: `${sumBy(items, ({ principalMinor }) => BigInt(principalMinor))}`,
    outstandingMinor: `${sumBy(items, ({ outstandingMinor }) => BigInt(outstandingMinor))}`,
    claimMinor: `${sumBy(items, ({ claimMinor }) => BigInt(claimMinor))}`,
  }));
  return { totals, financings };
}
