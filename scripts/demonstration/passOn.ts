import { id } from "ethers";
import type { Player } from "./admitCast.ts";
import type { Calendar } from "./Calendar.ts";

/** One company pays another one with part of a certificate: by an offer, which the recipient accepts unless told not to. */
export async function passOn(pass: {
  readonly name: string;
  readonly certificate: string;
  readonly from: Player;
  readonly to: Player;
  readonly valueMinor: string;
  readonly accept?: boolean;
  readonly calendar: Calendar;
}): Promise<string> {
  const { name, from, to, valueMinor, accept = true } = pass;
  const offered = await from.api.post(
    `/v1/certificates/${pass.certificate}/offers`,
    {
      to: to.id,
      valueMinor,
      tradeReference: id(`trade ${name}`),
      expiresAt: pass.calendar.instant(10),
    },
    `demo-${name}-offer`,
  );
  if (!accept) return "";
  const path = `/v1/offers/${String(offered["offer"])}/acceptance`;
  const accepted = await to.api.post(path, {}, `demo-${name}-accept`);
  return String(accepted["certificate"]);
}
