import { id } from "ethers";
import { ApiError } from "../client/ApiError.ts";
import type { Player } from "../demonstration/admitCast.ts";
import { chainClock } from "./chainClock.ts";
import type { DemoWorld } from "./demoWorld.ts";
import type { Issued } from "./issued.ts";
import type { PlannedRow } from "./planDays.ts";

/** What became of a row on its invoice date. */
export type IssueOutcome =
  | { readonly kind: "issued"; readonly issued: Issued }
  | { readonly kind: "suspended" }
  | { readonly kind: "refused"; readonly reason: string };

function termsOf(world: DemoWorld, { row }: PlannedRow, obligor: Player) {
  const amount = row.amountMinor.toString();
  return {
    obligor: obligor.id,
    creditor: world.seller.id,
    amountMinor: amount,
    currency: world.currency,
    deliveryDate: row.invoiceDate,
    contractDueDate: row.dueDate,
    dueDate: row.dueDate,
    documentRoot: id(`${row.customerId} ${row.invoiceNumber}`),
    defenceWaiver: true,
    noticeByLedger: true,
    // Terms beyond 60 days are the table's own; the reason is on file with the seller.
    longTermReason: id("terms of the table"),
    obligorInterestShareBasisPoints: 0,
    invoices: [
      // A seller numbers invoices per customer here, so the customer is part of what makes one unique.
      { number: `${row.customerId}/${row.invoiceNumber}`, faceMinor: amount, usedMinor: amount },
    ],
  };
}

/** Has both parties sign a row's terms and issues it in one transaction; a suspended customer's row stays unissued. */
export async function issueRow(world: DemoWorld, planned: PlannedRow): Promise<IssueOutcome> {
  const obligor = world.obligors.get(planned.row.customerId);
  if (obligor === undefined) throw new Error(`customer ${planned.row.customerId} was not admitted`);
  const { api } = world.seller;
  const salt = id(`line ${planned.row.line}`);
  const terms = { ...termsOf(world, planned, obligor), salt };
  const deadline = chainClock.after(planned.issueDay, 7);
  const acceptBy = chainClock.after(planned.issueDay, 7);
  try {
    const signatures = "/v1/receivables/signatures";
    const [obligorSignature, creditorSignature] = await Promise.all([
      obligor.api.post(`${signatures}/confirmation`, { ...terms, acceptBy, deadline }),
      api.post(`${signatures}/acceptance`, { ...terms, deadline }),
    ]);
    const both = { ...terms, acceptBy, obligorSignature, creditorSignature };
    const done = await api.post("/v1/receivables/signed", both);
    const receivable = Number(done["receivable"]);
    const root = String(done["certificate"]);
    const circulation = Promise.resolve();
    const issued = { planned, receivable, obligor, root, circulation, settled: false };
    return { kind: "issued", issued };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.code === "MembersSuspended") return { kind: "suspended" };
    return { kind: "refused", reason: error.message };
  }
}
