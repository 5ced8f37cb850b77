import { id } from "ethers";
import type { Player, Players } from "./admitCast.ts";

/** The holder takes a quote, the financier registers, the bank attests payment, and the part is the financier's. */
export async function financePart(
  name: string,
  quote: string,
  holder: Player,
  financier: Player,
  { settlementBank, calendar }: Pick<Players, "settlementBank" | "calendar">,
): Promise<void> {
  const taken = await holder.api.post(`/v1/quotes/${quote}/acceptance`, {}, `demo-${name}-take`);
  const financing = `/v1/financings/${String(taken["financing"])}`;
  const registered = await financier.api.post(
    `${financing}/registration`,
    { registryNumber: `ZD-${name}`, registeredAt: calendar.instant() },
    `demo-${name}-register`,
  );
  const instruction = `/v1/payment-instructions/${String(registered["instruction"])}`;
  await settlementBank.api.post(
    `${instruction}/attestation`,
    {
      outcome: "paid",
      bankReference: `PD-${name}`,
      valueDate: calendar.date(),
      receiptDigest: id(`receipt of ${name}`),
    },
    `demo-${name}-paid`,
  );
}
