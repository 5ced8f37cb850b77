import { id } from "ethers";
import type { Player, Players } from "./admitCast.ts";

/** Goods that come into the warehouse and under one receipt. Quantities are counts of `unit`. */
export interface Store {
  readonly name: string;
  readonly address: string;
  readonly capacity: string;
  readonly unit: string;
  readonly mark: string;
  readonly goods: {
    readonly variety: string;
    readonly quality: string;
    readonly packaging: string;
    readonly pieces: string;
  };
  readonly lossBasisPoints: number;
  readonly minLot: string;
  readonly counted: string;
  readonly depositor: Player;
  readonly quantity: string;
}

/** Registers the place, opens and counts the lot, and issues the receipt. */
export async function storeGoods(
  { warehouse, calendar }: Pick<Players, "warehouse" | "calendar">,
  store: Store,
) {
  const key = (step: string) => `demo-${store.name}-${step}`;
  const { address, capacity, unit, mark, goods, lossBasisPoints, minLot } = store;
  const place = { address, capacity, unit };
  const { location } = await warehouse.api.post("/v1/locations", place, key("location"));
  const storageUntil = calendar.date(120);
  const opened = { location, mark, goods, lossBasisPoints, storageUntil, minLot };
  const { lot } = await warehouse.api.post("/v1/lots", opened, key("lot"));
  const count = {
    quantity: store.counted,
    takenAt: calendar.instant(),
    method: "weighbridge",
    evidence: id(`weighing of ${store.name}`),
  };
  await warehouse.api.post(`/v1/lots/${String(lot)}/counts`, count, key("count"));
  const from = calendar.date();
  const terms = {
    depositor: { address: "CN Shanghai, Jinshan Road 18" },
    storage: { from },
    fee: { amountMinor: "45", currency: "CNY", per: "tonne and day" },
    insurance: {
      amountMinor: "6500000000",
      currency: "CNY",
      from,
      until: storageUntil,
      insurer: "Donghai Mutual",
    },
    issuer: { place: "Shanghai", date: from },
  };
  const issued = { lot, depositor: store.depositor.id, quantity: store.quantity, terms };
  const { receipt } = await warehouse.api.post("/v1/receipts", issued, key("receipt"));
  return { location: Number(location), lot: Number(lot), receipt: String(receipt) };
}
