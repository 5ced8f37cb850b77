import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { cancelReceiptRoute } from "./cancel.route.ts";
import { cancelReceiptOrderRoute } from "./cancelOrder.route.ts";
import { listReceiptOrdersRoute } from "./list.route.ts";
import { orderReceiptCancellationRoute } from "./orderCancellation.route.ts";
import { orderReceiptPickUpRoute } from "./orderPickUp.route.ts";
import { orderReceiptReplacementRoute } from "./orderReplacement.route.ts";
import { pickUpReceiptRoute } from "./pickUp.route.ts";
import { readReceiptOrderRoute } from "./read.route.ts";
import { replaceReceiptRoute } from "./replace.route.ts";

/** Orders of holders, and what custodians carry out by them. */
export function receiptOrderRoutes(services: GatewayServices): readonly Route[] {
  return [
    listReceiptOrdersRoute(services),
    readReceiptOrderRoute(services),
    cancelReceiptOrderRoute(services),
    orderReceiptPickUpRoute(services),
    orderReceiptCancellationRoute(services),
    orderReceiptReplacementRoute(services),
    pickUpReceiptRoute(services),
    cancelReceiptRoute(services),
    replaceReceiptRoute(services),
  ];
}
