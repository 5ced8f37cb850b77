import { id } from "ethers";
import type { Player, Players } from "./admitCast.ts";
import { storeGoods } from "./storeGoods.ts";

/** A receipt in the demonstration: who holds it and its number. */
interface Held {
  readonly holder: Player;
  readonly receipt: string;
}

async function admitWarehouse({ operator, warehouse, calendar }: Players): Promise<void> {
  const criteria = {
    storageCapability: id("halls, cranes and staff of the harbour"),
    yearsInTrade: id("eleven years"),
    operatingStandards: id("gate, count and key rules"),
    ownCredit: id("audited accounts"),
  };
  const path = `/v1/custodians/${warehouse.id}/admission`;
  const body = { criteria, until: calendar.instant(365) };
  await operator.api.post(path, body, "demo-warehouse-admit");
}

/** Offers a part to a supplier, which accepts unless told not to; answers the recipient's receipt. */
async function offerPart(
  name: string,
  { holder, receipt }: Held,
  to: Player,
  pass: { readonly quantity: string; readonly accept: boolean; readonly expiresAt: string },
): Promise<string> {
  const { accept, ...terms } = pass;
  const body = { ...terms, to: to.id, tradeReference: id(`trade ${name}`) };
  const path = `/v1/receipts/${receipt}/offers`;
  const offered = await holder.api.post(path, body, `demo-${name}-offer`);
  if (!accept) return "";
  const answer = `/v1/receipt-offers/${String(offered["receiptOffer"])}/acceptance`;
  return String((await to.api.post(answer, {}, `demo-${name}-accept`))["receipt"]);
}

/** Copper that a bank's own counter checks, passed on in part, and an order at the gate. */
async function tellCopper(players: Players): Promise<void> {
  const { operator, commercialBank, bearings, castings, coatings, calendar } = players;
  const { location, lot, receipt } = await storeGoods(players, {
    name: "copper",
    address: "CN Shanghai, Yangshan Harbour, Hall 3",
    capacity: "5000000",
    unit: "KGM",
    mark: "Cathode YS-2611",
    goods: {
      variety: "Electrolytic copper cathodes",
      quality: "Cu-CATH-1, 99.99 %",
      packaging: "Bundles with steel straps",
      pieces: "480",
    },
    lossBasisPoints: 20,
    minLot: "1000",
    counted: "1200000",
    depositor: bearings,
    quantity: "900000",
  });
  const appointment = { counter: commercialBank.id, appointer: commercialBank.id };
  await operator.api.put(
    `/v1/locations/${location}/counter`,
    { ...appointment, document: id("appointment of the counter") },
    "demo-copper-counter",
  );
  const takenAt = calendar.instant();
  const count = { quantity: "1200000", takenAt, method: "inspection", evidence: id("inspection") };
  await commercialBank.api.post(`/v1/lots/${lot}/counts`, count, "demo-copper-counted-beside");
  const expiresAt = calendar.instant(10);
  const held = { holder: bearings, receipt };
  const part = await offerPart("copper-castings", held, castings, {
    quantity: "250000",
    accept: true,
    expiresAt,
  });
  await offerPart("copper-coatings", held, coatings, {
    quantity: "100000",
    accept: false,
    expiresAt,
  });
  await castings.api.post(
    `/v1/receipts/${part}/pick-up-orders`,
    { quantity: "50000", goods: "50000", gate: id("gate-out slip 1"), deadline: expiresAt },
    "demo-copper-order",
  );
}

/** Coils that a recount doesn't find all: the lot is short, and says so. */
async function tellCoils(players: Players): Promise<void> {
  const { warehouse, tooling, calendar } = players;
  const { lot } = await storeGoods(players, {
    name: "coils",
    address: "CN Shanghai, Yangshan Harbour, Yard 12",
    capacity: "400",
    unit: "C62",
    mark: "Coil HD-07",
    goods: {
      variety: "Hot-rolled steel coils",
      quality: "Q355B, 3.0 mm",
      packaging: "Bare, numbered",
      pieces: "120",
    },
    lossBasisPoints: 0,
    minLot: "1",
    counted: "120",
    depositor: tooling,
    quantity: "110",
  });
  const takenAt = calendar.instant(2 / 86_400);
  const body = { quantity: "104", takenAt, method: "stocktake", evidence: id("recount") };
  await warehouse.api.post(`/v1/lots/${lot}/counts`, body, "demo-coils-recount");
}

/** Goods under receipts: copper in order, and coils of which some are missing. */
export async function tellWarehouse(players: Players): Promise<void> {
  await admitWarehouse(players);
  await tellCopper(players);
  await tellCoils(players);
}
