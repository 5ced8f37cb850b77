import type { AuditReport } from "../auditReport.ts";
import type { ReportState } from "../state/readState.ts";

/** I1 for every receivable: live + settled + retired = the confirmed amount, and its certificates add up to live. */
export function conservationOf(state: ReportState): AuditReport["conservation"] {
  const values = new Map<number, bigint>();
  for (const { receivable, value } of state.certificates.values()) {
    values.set(receivable, (values.get(receivable) ?? 0n) + value);
  }
  const receivables = [...state.receivables.values()].map((its) => {
    const needed = its.isIssued ? its.amount : 0n;
    const difference = its.live + its.settled + its.retired - needed;
    const certificates = values.get(its.id) ?? 0n;
    return {
      receivable: its.id,
      obligor: its.obligor,
      creditor: its.creditor,
      currency: its.currency,
      state: its.state,
      dueDate: its.dueDate,
      amountMinor: `${its.amount}`,
      liveMinor: `${its.live}`,
      settledMinor: `${its.settled}`,
      retiredMinor: `${its.retired}`,
      certificatesMinor: `${certificates}`,
      differenceMinor: `${difference}`,
      holds: difference === 0n && certificates === its.live,
    };
  });
  const broken = receivables.filter(({ holds }) => !holds).length;
  return { checked: receivables.length, broken, receivables };
}
