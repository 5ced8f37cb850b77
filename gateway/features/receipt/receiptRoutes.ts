import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { issueReceiptRoute } from "./issue.route.ts";
import { listReceiptsRoute } from "./list.route.ts";
import { mergeReceiptsRoute } from "./merge.route.ts";
import { readReceiptRoute } from "./read.route.ts";
import { splitReceiptRoute } from "./split.route.ts";
import { transferReceiptRoute } from "./transfer.route.ts";
import { transferReceiptBatchRoute } from "./transferBatch.route.ts";

/** Everything about receipts but offers, acceptances, and orders to end them. */
export function receiptRoutes(services: GatewayServices): readonly Route[] {
  return [
    listReceiptsRoute(services),
    issueReceiptRoute(services),
    readReceiptRoute(services),
    splitReceiptRoute(services),
    mergeReceiptsRoute(services),
    transferReceiptRoute(services),
    transferReceiptBatchRoute(services),
  ];
}
