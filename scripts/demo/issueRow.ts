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

/** Registers a row, has the customer confirm and the seller accept it. A suspended customer's row is voided again. */
export async function issueRow(world: DemoWorld, planned: PlannedRow): Promise<IssueOutcome> {
  const obligor = world.obligors.get(planned.row.customerId);
  if (obligor === undefined) throw new Error(`customer ${planned.row.customerId} was not admitted`);
  const { api } = world.seller;
  try {
    const registered = await api.post("/v1/receivables", termsOf(world, planned, obligor));
    const receivable = Number(registered["receivable"]);
    const path = `/v1/receivables/${receivable}`;
    try {
      const acceptBy = chainClock.after(planned.issueDay, 7);
      await obligor.api.post(`${path}/confirmation`, { acceptBy });
    } catch (error) {
      await api.post(`${path}/voiding`);
      throw error;
    }
    const accepted = await api.post(`${path}/acceptance`);
    const root = String(accepted["certificate"]);
    const issued = { planned, receivable, obligor, root, overdue: false, settled: false };
    return { kind: "issued", issued };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.code === "MembersSuspended") return { kind: "suspended" };
    return { kind: "refused", reason: error.message };
  }
}
