import { dayToCivilDate } from "../../time/dayToCivilDate.ts";
import { countMethods } from "../../vocabulary/countMethods.ts";
import { nameAt } from "../../vocabulary/nameAt.ts";
import type { EventHandlers } from "../applyEvent.ts";
import { existing } from "./existing.ts";
import { instantOf } from "./instantOf.ts";
import { lotRows } from "./lotRows.ts";
import { onEvent } from "./onEvent.ts";

/** Lots: what is stated and measured of them. */
export const lotHandlers: EventHandlers = {
  ...onEvent("warehouses", "LotOpened", async (tx, event) => {
    const { lot, goodsKey, terms } = event.args;
    const location = await existing(tx, "location", { location_id: terms.location });
    tx.put("lot", {
      lot_id: lot,
      location_id: terms.location,
      custodian: location["custodian"],
      goods_key: goodsKey,
      mark: terms.mark,
      goods: terms.goods,
      unit: location["unit"],
      loss_basis_points: Number(terms.lossBasisPoints),
      storage_until: dayToCivilDate(terms.storageUntil),
      min_lot: terms.minLot,
      measured: 0n,
      live: 0n,
      contradicted: false,
      by_custodian: 0n,
      by_counter: 0n,
      opened_at: event.blockTime,
      transaction_hash: event.transactionHash,
    });
  }),
  ...onEvent("warehouses", "Counted", async (tx, event) => {
    const { lot, counter, count, measured, contradicted } = event.args;
    const row = await lotRows.existing(tx, lot);
    const isCustodian = counter === row["custodian"];
    const takenAt = instantOf(count.takenAt);
    const { quantity } = count;
    tx.put("stock_count", {
      count_key: event.key,
      lot_id: lot,
      counter,
      is_custodian: isCustodian,
      quantity,
      taken_at: takenAt,
      method: nameAt(countMethods, count.method),
      evidence: count.evidence,
      measured,
      contradicted,
      recorded_at: event.blockTime,
      transaction_hash: event.transactionHash,
    });
    await lotRows.change(tx, lot, (current) =>
      lotRows.count(current, isCustodian, { quantity, takenAt, contradicted }),
    );
    await lotRows.measure(tx, lot, measured);
  }),
  ...onEvent("warehouses", "StockMoved", async (tx, { args }) => {
    await lotRows.change(tx, args.lot, { live: args.live });
    await lotRows.measure(tx, args.lot, args.measured);
  }),
  ...onEvent("warehouses", "LotShort", (tx, { args, blockTime }) =>
    lotRows.change(tx, args.lot, { short_since: blockTime }),
  ),
  ...onEvent("warehouses", "LotWhole", (tx, { args }) =>
    lotRows.change(tx, args.lot, { short_since: null }),
  ),
};
