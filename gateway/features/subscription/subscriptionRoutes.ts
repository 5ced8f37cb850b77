import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { changeSubscriptionRoute } from "./change.route.ts";
import { createSubscriptionRoute } from "./create.route.ts";
import { deleteSubscriptionRoute } from "./delete.route.ts";
import { listSubscriptionsRoute } from "./list.route.ts";
import { listSubscriptionDeliveriesRoute } from "./listDeliveries.route.ts";
import { readSubscriptionRoute } from "./read.route.ts";
import { redeliverSubscriptionDeliveryRoute } from "./redeliver.route.ts";
import { replaySubscriptionRoute } from "./replay.route.ts";
import { rotateSubscriptionSecretRoute } from "./rotateSecret.route.ts";
import { testSubscriptionRoute } from "./test.route.ts";

/** Webhooks of a member. */
export function subscriptionRoutes(services: GatewayServices): readonly Route[] {
  return [
    listSubscriptionsRoute(services),
    createSubscriptionRoute(services),
    readSubscriptionRoute(services),
    changeSubscriptionRoute(services),
    deleteSubscriptionRoute(services),
    rotateSubscriptionSecretRoute(services),
    testSubscriptionRoute(services),
    listSubscriptionDeliveriesRoute(services),
    redeliverSubscriptionDeliveryRoute(services),
    replaySubscriptionRoute(services),
  ];
}
