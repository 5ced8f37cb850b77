import type { Player } from "./admitCast.ts";
import type { Calendar } from "./Calendar.ts";

/** A holder asks for financing and gets quotes; answers the first quote. */
export async function quoteFinancing(deal: {
  readonly name: string;
  readonly certificate: string;
  readonly holder: Player;
  readonly financiers: readonly Player[];
  readonly bank: Player;
  readonly valueMinor: bigint;
  readonly recourse: boolean;
  readonly calendar: Calendar;
}): Promise<string> {
  const { name, valueMinor, recourse } = deal;
  const request = await deal.holder.api.post(
    "/v1/financing-requests",
    {
      certificate: deal.certificate,
      valueMinor: valueMinor.toString(),
      financiers: deal.financiers.map((financier) => financier.id),
      note: "Wages and raw material of next month",
    },
    `demo-${name}-request`,
  );
  const quotes: string[] = [];
  for (const [index, financier] of deal.financiers.entries()) {
    const discount = (valueMinor * BigInt(95 + 6 * index)) / 10_000n;
    const fee = (valueMinor * 5n) / 10_000n;
    const quote = await financier.api.post(
      `/v1/financing-requests/${String(request["request"])}/quotes`,
      {
        principalMinor: (valueMinor - discount - fee).toString(),
        discountMinor: discount.toString(),
        feeMinor: fee.toString(),
        obligorInterestMinor: "0",
        recourse,
        ...(recourse ? { claimMinor: valueMinor.toString() } : {}),
        bank: deal.bank.id,
        registerBy: deal.calendar.instant(3),
        payBy: deal.calendar.instant(5),
        deadline: deal.calendar.instant(7),
      },
      `demo-${name}-quote-${index}`,
    );
    quotes.push(String(quote["quote"]));
  }
  return quotes[0] ?? "";
}
