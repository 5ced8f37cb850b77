import type { ReceivableRow } from "@tallystick/sdk";
import { id } from "ethers";
import { ApiClient } from "../client/ApiClient.ts";
import type { Player } from "../demonstration/admitCast.ts";
import type { DemoWorld } from "./demoWorld.ts";
import { inFlight } from "./inFlight.ts";
import { inParallel } from "./inParallel.ts";

/** The far end of standing acceptances: 2100-01-01. */
const forever = "2100-01-01T00:00:00Z";

/** More than any table's customer owes at a time, and within what an amount of the ledger holds. */
const wideLimit = (10n ** 20n).toString();

type Admission = { readonly name: string; readonly role: string; readonly local: string };

async function admit(gateway: ApiClient, operator: ApiClient, wanted: Admission): Promise<Player> {
  const { name, role, local } = wanted;
  const licensed = role === "financier" || role === "settlement-bank";
  const admitted = await operator.post("/v1/members", {
    name,
    party: { scheme: "local", id: local },
    roles: [role],
    size: role === "supplier" ? "medium" : "large",
    settlementAccount: { bank: "DEMO", number: local },
    ...(licensed ? { licence: `Licence of ${name}` } : {}),
  });
  const memberId = Number(admitted["memberId"]);
  return { id: memberId, api: await gateway.signIn(memberId) };
}

function generated(role: string, name: string, count: number): Admission[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `${name} ${index + 1}`,
    role,
    local: `${name.toUpperCase().replaceAll(" ", "-")}-${index + 1}`,
  }));
}

/** Opens an obligor's limit so wide that the table's own rules decide, not the limit. */
async function openLimit(operator: Player, obligor: Player, currency: string): Promise<void> {
  const ceiling = `/v1/members/${obligor.id}/ceilings/${currency}`;
  await operator.api.put(ceiling, { ceilingMinor: wideLimit });
  await obligor.api.put(`/v1/limits/${currency}`, { limitMinor: wideLimit });
}

async function acceptEachOther({ seller, tierTwo, tierThree }: DemoWorld): Promise<void> {
  const pairs = [
    ...tierTwo.map((recipient) => ({ recipient, sender: seller })),
    ...tierThree.flatMap((recipient) => tierTwo.map((sender) => ({ recipient, sender }))),
  ];
  const body = { until: forever, framework: id("framework contract of the demonstration") };
  await inParallel(pairs, inFlight, ({ recipient, sender }) =>
    recipient.api.put(`/v1/standing-acceptances/${sender.id}`, body),
  );
}

/** Admits seller, customers, generated suppliers, financiers and a settlement bank. */
export async function createWorld(
  url: string,
  rows: readonly ReceivableRow[],
  currency: string,
): Promise<DemoWorld> {
  const gateway = new ApiClient(url);
  const operator = { id: 1, api: await gateway.signIn(1) };
  const customers = [...new Set(rows.map(({ customerId }) => customerId))];
  const wanted: Admission[] = [
    ...generated("auditor", "Auditor", 1),
    ...generated("supplier", "Seller", 1),
    ...generated("settlement-bank", "Settlement bank", 1),
    ...generated("supplier", "Second tier", 5),
    ...generated("supplier", "Third tier", 5),
    ...generated("financier", "Financier", 2),
    ...customers.map((local) => ({ name: `Customer ${local}`, role: "obligor", local })),
  ];
  const players = await inParallel(wanted, inFlight, (each) => admit(gateway, operator.api, each));
  const [auditor, seller, bank] = players;
  if (auditor === undefined || seller === undefined || bank === undefined)
    throw new Error("the demonstration has no members");
  const obligors = new Map(customers.map((local, index) => [local, players[15 + index] as Player]));
  await inParallel([...obligors.values()], inFlight, (each) => openLimit(operator, each, currency));
  const world: DemoWorld = {
    currency,
    operator,
    auditor,
    seller,
    bank,
    obligors,
    tierTwo: players.slice(3, 8),
    tierThree: players.slice(8, 13),
    financiers: players.slice(13, 15),
  };
  await acceptEachOther(world);
  return world;
}
