import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { acceptOfferRoute } from "./accept.route.ts";
import { cancelOfferRoute } from "./cancel.route.ts";
import { createOfferRoute } from "./create.route.ts";
import { declineOfferRoute } from "./decline.route.ts";
import { expireOfferRoute } from "./expire.route.ts";
import { listOffersRoute } from "./list.route.ts";
import { readOfferRoute } from "./read.route.ts";

/** Everything about offers. */
export function offerRoutes(services: GatewayServices): readonly Route[] {
  return [
    listOffersRoute(services),
    createOfferRoute(services),
    readOfferRoute(services),
    acceptOfferRoute(services),
    declineOfferRoute(services),
    cancelOfferRoute(services),
    expireOfferRoute(services),
  ];
}
