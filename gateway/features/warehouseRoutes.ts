import type { GatewayServices } from "../gatewayServices.ts";
import type { Route } from "../openapi/route.ts";
import { custodianRoutes } from "./custodian/custodianRoutes.ts";
import { locationRoutes } from "./location/locationRoutes.ts";
import { lotRoutes } from "./lot/lotRoutes.ts";
import { receiptRoutes } from "./receipt/receiptRoutes.ts";
import { receiptAcceptanceRoutes } from "./receiptAcceptance/receiptAcceptanceRoutes.ts";
import { receiptOfferRoutes } from "./receiptOffer/receiptOfferRoutes.ts";
import { receiptOrderRoutes } from "./receiptOrder/receiptOrderRoutes.ts";

/** Goods: who keeps them where, what was counted, and the receipts over them. */
export function warehouseRoutes(services: GatewayServices): readonly Route[] {
  return [
    ...custodianRoutes(services),
    ...locationRoutes(services),
    ...lotRoutes(services),
    ...receiptRoutes(services),
    ...receiptOfferRoutes(services),
    ...receiptAcceptanceRoutes(services),
    ...receiptOrderRoutes(services),
  ];
}
