import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { acceptReceivableRoute } from "./accept.route.ts";
import { confirmReceivableRoute } from "./confirm.route.ts";
import { confirmManyReceivablesRoute } from "./confirmMany.route.ts";
import { expireReceivableRoute } from "./expire.route.ts";
import { issueSignedReceivableRoute } from "./issueSigned.route.ts";
import { listReceivablesRoute } from "./list.route.ts";
import { readReceivableRoute } from "./read.route.ts";
import { recordCreditNoteRoute } from "./recordCreditNote.route.ts";
import { registerReceivableRoute } from "./register.route.ts";
import { rejectReceivableRoute } from "./reject.route.ts";
import { signAcceptanceRoute } from "./signAcceptance.route.ts";
import { signConfirmationRoute } from "./signConfirmation.route.ts";
import { voidReceivableRoute } from "./void.route.ts";

/** Everything about receivables but their settlement. Fixed paths come before those with a number. */
export function receivableRoutes(services: GatewayServices): readonly Route[] {
  return [
    listReceivablesRoute(services),
    registerReceivableRoute(services),
    confirmManyReceivablesRoute(services),
    issueSignedReceivableRoute(services),
    signConfirmationRoute(services),
    signAcceptanceRoute(services),
    readReceivableRoute(services),
    confirmReceivableRoute(services),
    acceptReceivableRoute(services),
    rejectReceivableRoute(services),
    voidReceivableRoute(services),
    expireReceivableRoute(services),
    recordCreditNoteRoute(services),
  ];
}
