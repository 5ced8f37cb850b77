import type { LedgerDeployment } from "../ledger/ledger.ts";
import { pledgedAssetAddress } from "../liens/pledgedAssetAddress.ts";
import { civilDateToDay } from "../time/civilDateToDay.ts";
import type { Pledge } from "./pledge.ts";

/** A pledge as `ILienTypes.Pledge` spells it. */
export function pledgeStruct(
  deployment: Pick<LedgerDeployment, "addresses">,
  { asset, supervisor, purchaseMoneyDay, ...terms }: Pledge,
) {
  return {
    ...terms,
    asset: pledgedAssetAddress(deployment, asset),
    supervisor: supervisor ?? 0,
    purchaseMoneyDay: purchaseMoneyDay === undefined ? 0 : civilDateToDay(purchaseMoneyDay),
  };
}
