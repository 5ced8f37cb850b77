import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { acceptReceiptOfferRoute } from "./accept.route.ts";
import { cancelReceiptOfferRoute } from "./cancel.route.ts";
import { createReceiptOfferRoute } from "./create.route.ts";
import { declineReceiptOfferRoute } from "./decline.route.ts";
import { expireReceiptOfferRoute } from "./expire.route.ts";
import { listReceiptOffersRoute } from "./list.route.ts";
import { readReceiptOfferRoute } from "./read.route.ts";

/** Everything about offers of receipts. */
export function receiptOfferRoutes(services: GatewayServices): readonly Route[] {
  return [
    listReceiptOffersRoute(services),
    createReceiptOfferRoute(services),
    readReceiptOfferRoute(services),
    acceptReceiptOfferRoute(services),
    declineReceiptOfferRoute(services),
    cancelReceiptOfferRoute(services),
    expireReceiptOfferRoute(services),
  ];
}
