import { dayToCivilDate } from "@tallystick/sdk";
import { id } from "ethers";
import { chainClock } from "./chainClock.ts";
import type { Circulated } from "./circulate.ts";
import type { DemoWorld } from "./demoWorld.ts";
import type { Issued } from "./issued.ts";

/** A certificate that goes to a financier, and how the parties take their time. */
interface Deal {
  readonly issued: Issued;
  readonly second: Circulated["second"];
  /** Returns on the next day. */
  readonly overnight: () => Promise<void>;
  readonly today: () => number;
}

/** The second tier has what it kept financed: asked, quoted, taken, registered, paid and delivered. */
export async function finance(
  world: DemoWorld,
  { issued, second, overnight, today }: Deal,
): Promise<void> {
  const { holder, certificate, rest } = second;
  const { settleDay, dueDay } = issued.planned;
  const financier = world.financiers[issued.receivable % world.financiers.length];
  if (financier === undefined) throw new Error("the demonstration has no financier");
  const request = await holder.api.post("/v1/financing-requests", {
    certificate,
    valueMinor: rest.toString(),
    financiers: [financier.id],
  });
  const discount = rest / 100n;
  // An early payment on a position with recourse would need two payees, so recourse goes with rows paid when due.
  const recourse = settleDay !== null && settleDay >= dueDay && issued.receivable % 2 === 0;
  const quote = await financier.api.post(
    `/v1/financing-requests/${String(request["request"])}/quotes`,
    {
      principalMinor: (rest - discount).toString(),
      discountMinor: discount.toString(),
      feeMinor: "0",
      obligorInterestMinor: "0",
      recourse,
      ...(recourse ? { claimMinor: rest.toString() } : {}),
      bank: world.bank.id,
      registerBy: chainClock.after(today(), 10),
      payBy: chainClock.after(today(), 20),
      deadline: chainClock.after(today(), 5),
    },
  );
  const taken = await holder.api.post(`/v1/quotes/${String(quote["quote"])}/acceptance`);
  const financing = String(taken["financing"]);
  await overnight();
  const registered = await financier.api.post(`/v1/financings/${financing}/registration`, {
    registryNumber: `DEMO-${financing}`,
    registeredAt: new Date(chainClock.morningOf(today()) * 1000).toISOString(),
  });
  await overnight();
  await world.bank.api.post(
    `/v1/payment-instructions/${String(registered["instruction"])}/attestation`,
    {
      outcome: "paid",
      bankReference: `FIN-${financing}`,
      valueDate: dayToCivilDate(today()),
      receiptDigest: id(`receipt of financing ${financing}`),
    },
  );
}
