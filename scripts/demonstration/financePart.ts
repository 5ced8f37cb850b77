import { id } from "ethers";
import type { Player, Players } from "./admitCast.ts";
import { ledgerToday } from "./ledgerToday.ts";

/** The holder takes a quote, the financier registers, the bank attests payment, and the part is the financier's. */
export async function financePart(
  name: string,
  quote: string,
  holder: Player,
  financier: Player,
  { settlementBank }: Pick<Players, "settlementBank">,
): Promise<void> {
  const taken = await holder.api.post(`/v1/quotes/${quote}/acceptance`, {}, `demo-${name}-take`);
  const financing = `/v1/financings/${String(taken["financing"])}`;
  const registered = await financier.api.post(
    `${financing}/registration`,
    { registryNumber: `ZD-${name}`, registeredAt: new Date(Date.now() - 60_000).toISOString() },
    `demo-${name}-register`,
  );
  const instruction = `/v1/payment-instructions/${String(registered["instruction"])}`;
  await settlementBank.api.post(
    `${instruction}/attestation`,
    {
      outcome: "paid",
      bankReference: `PD-${name}`,
      valueDate: ledgerToday(),
      receiptDigest: id(`receipt of ${name}`),
    },
    `demo-${name}-paid`,
  );
}
