import type { Queryable } from "../../database/database.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { RequestContext } from "../../http/requestContext.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { insertReceiptOrder } from "./insertReceiptOrder.ts";
import { type AskedOrder, newReceiptOrder } from "./newReceiptOrder.ts";
import { showReceiptOrder } from "./showReceiptOrder.ts";

/** The answer to a holder's order; `keep` stores what belongs to it in the same database transaction. */
export async function orderedReceipt(
  services: GatewayServices,
  context: RequestContext,
  asked: AskedOrder,
  keep: (transaction: Queryable) => Promise<void> = async () => undefined,
) {
  const row = await newReceiptOrder(services, context, asked);
  const refOf = await memberRefs(services.database, [row.holder, row.custodian]);
  return {
    status: 201 as const,
    body: showReceiptOrder(row, refOf),
    commit: async (transaction: Queryable) => {
      await keep(transaction);
      await insertReceiptOrder(transaction, row);
    },
  };
}
