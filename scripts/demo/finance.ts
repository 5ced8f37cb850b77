import { dayToCivilDate } from "@tallystick/sdk";
import { id } from "ethers";
import { chainClock } from "./chainClock.ts";
import type { Circulated } from "./circulate.ts";
import type { DemoWorld } from "./demoWorld.ts";
import type { Issued } from "./issued.ts";

/** The second tier has what it kept financed: asked, quoted, taken, registered, paid and delivered. */
export async function finance(
  world: DemoWorld,
  issued: Issued,
  { holder, certificate, rest }: Circulated["second"],
): Promise<void> {
  const { issueDay, settleDay, dueDay } = issued.planned;
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
      registerBy: chainClock.after(issueDay, 3),
      payBy: chainClock.after(issueDay, 4),
      deadline: chainClock.after(issueDay, 5),
    },
  );
  const taken = await holder.api.post(`/v1/quotes/${String(quote["quote"])}/acceptance`);
  const financing = String(taken["financing"]);
  const registered = await financier.api.post(`/v1/financings/${financing}/registration`, {
    registryNumber: `DEMO-${financing}`,
    registeredAt: new Date(chainClock.morningOf(issueDay) * 1000).toISOString(),
  });
  await world.bank.api.post(
    `/v1/payment-instructions/${String(registered["instruction"])}/attestation`,
    {
      outcome: "paid",
      bankReference: `FIN-${financing}`,
      valueDate: dayToCivilDate(issueDay),
      receiptDigest: id(`receipt of financing ${financing}`),
    },
  );
}
