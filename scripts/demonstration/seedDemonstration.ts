import { id } from "ethers";
import { admitCast, type Players } from "./admitCast.ts";
import { financePart } from "./financePart.ts";
import { issueReceivable } from "./issueReceivable.ts";
import { passOn } from "./passOn.ts";
import { quoteFinancing } from "./quoteFinancing.ts";
import { tellWarehouse } from "./tellWarehouse.ts";

async function openLimits({ operator, steel, motors }: Players): Promise<void> {
  for (const [obligor, minor] of [
    [steel, "2000000000"],
    [motors, "800000000"],
  ] as const) {
    const path = `/v1/members/${obligor.id}/ceilings/CNY`;
    await operator.api.put(path, { ceilingMinor: minor }, `demo-ceiling-${obligor.id}`);
    await obligor.api.put("/v1/limits/CNY", { limitMinor: minor }, `demo-limit-${obligor.id}`);
  }
}

/** Steel that went down three tiers, was financed in part, and still has an offer open. */
async function tellSteel(players: Players): Promise<void> {
  const { steel, bearings, castings, coatings, tooling, factor, commercialBank } = players;
  const { calendar } = players;
  const trade = { name: "steel", obligor: steel, creditor: bearings, until: "accepted" } as const;
  const { certificate } = await issueReceivable(
    {
      ...trade,
      amountMinor: "500000000",
      invoices: [
        { number: "HD-2026-0917", minor: "320000000" },
        { number: "HD-2026-0918", minor: "180000000" },
      ],
      dueInDays: 90,
    },
    calendar,
  );
  const second = { certificate, from: bearings, to: castings, calendar };
  const castingsPart = await passOn({ ...second, name: "castings", valueMinor: "120000000" });
  await tooling.api.put(
    `/v1/standing-acceptances/${castings.id}`,
    { until: calendar.instant(300), framework: id("framework") },
    "demo-standing",
  );
  await castings.api.post(
    `/v1/certificates/${castingsPart}/transfers`,
    { to: tooling.id, valueMinor: "30000000", tradeReference: id("dies of October") },
    "demo-transfer",
  );
  const third = { certificate, from: bearings, to: coatings, accept: false, calendar };
  await passOn({ ...third, name: "coatings", valueMinor: "50000000" });
  const bank = players.settlementBank;
  const deal = { certificate, holder: bearings, bank, recourse: true, calendar };
  const valueMinor = 100_000_000n;
  const quote = await quoteFinancing({
    ...deal,
    name: "bearings",
    valueMinor,
    financiers: [factor],
  });
  await financePart("bearings", quote, bearings, factor, players);
  await quoteFinancing({
    name: "castings",
    certificate: castingsPart,
    holder: castings,
    financiers: [factor, commercialBank],
    bank,
    valueMinor: 40_000_000n,
    recourse: false,
    calendar,
  });
}

/** Something for everyone to do today: to confirm, to accept, to pay. */
async function leaveWork({ steel, motors, bearings, coatings, calendar }: Players): Promise<void> {
  const invoice = (number: string, minor: string) => ({
    amountMinor: minor,
    invoices: [{ number, minor }],
  });
  const toConfirm = { obligor: motors, creditor: bearings, until: "registered" } as const;
  const toAccept = { obligor: motors, creditor: coatings, until: "confirmed" } as const;
  const toPay = { obligor: steel, creditor: bearings, until: "accepted" } as const;
  await issueReceivable(
    {
      ...toConfirm,
      name: "axles",
      ...invoice("BC-7781", "80000000"),
      dueInDays: 40,
    },
    calendar,
  );
  await issueReceivable(
    {
      ...toAccept,
      name: "paint",
      ...invoice("BC-7790", "60000000"),
      dueInDays: 45,
    },
    calendar,
  );
  await issueReceivable(
    {
      ...toPay,
      name: "rollers",
      ...invoice("HD-2026-0702", "15000000"),
      dueInDays: 0,
    },
    calendar,
  );
}

/** Fills a new ledger with a small story. Repeating it changes nothing: every write keeps its key. */
export async function seedDemonstration(url: string): Promise<void> {
  const players = await admitCast(url);
  await openLimits(players);
  await tellSteel(players);
  await leaveWork(players);
  await tellWarehouse(players);
}
