import { id } from "ethers";
import type { Player } from "./admitCast.ts";
import type { Calendar } from "./Calendar.ts";

/** A trade between two companies of the demonstration. */
export interface Trade {
  readonly name: string;
  readonly obligor: Player;
  readonly creditor: Player;
  readonly amountMinor: string;
  readonly invoices: readonly { readonly number: string; readonly minor: string }[];
  readonly dueInDays: number;
  /** How far it goes: registered, confirmed, or accepted, when its certificate exists. */
  readonly until: "registered" | "confirmed" | "accepted";
}

/** Registers, confirms and accepts as far as the story wants; answers the receivable and its certificate. */
export async function issueReceivable(trade: Trade, calendar: Calendar) {
  const { name, obligor, creditor, dueInDays } = trade;
  const key = (step: string) => `demo-${name}-${step}`;
  const registered = await creditor.api.post(
    "/v1/receivables",
    {
      obligor: obligor.id,
      creditor: creditor.id,
      amountMinor: trade.amountMinor,
      currency: "CNY",
      deliveryDate: calendar.date(-12),
      contractDueDate: calendar.date(dueInDays),
      dueDate: calendar.date(dueInDays),
      documentRoot: id(`documents of ${name}`),
      defenceWaiver: true,
      noticeByLedger: true,
      ...(dueInDays > 45 ? { longTermReason: id("agreed: rolling-stock industry custom") } : {}),
      obligorInterestShareBasisPoints: 5_000,
      invoices: trade.invoices.map(({ number, minor }) => ({
        number,
        faceMinor: minor,
        usedMinor: minor,
      })),
    },
    key("register"),
  );
  const receivable = Number(registered["receivable"]);
  const path = `/v1/receivables/${receivable}`;
  if (trade.until === "registered") return { receivable, certificate: "" };
  const acceptBy = calendar.instant(20);
  await obligor.api.post(`${path}/confirmation`, { acceptBy }, key("confirm"));
  if (trade.until === "confirmed") return { receivable, certificate: "" };
  const accepted = await creditor.api.post(`${path}/acceptance`, {}, key("accept"));
  return { receivable, certificate: String(accepted["certificate"]) };
}
