import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { acceptLienRoute } from "./accept.route.ts";
import { approveLienPickUpRoute } from "./approvePickUp.route.ts";
import { approveLienReplacementRoute } from "./approveReplacement.route.ts";
import { cancelLienSignatureRoute } from "./cancelSignature.route.ts";
import { confirmEnforcementRoute } from "./confirmEnforcement.route.ts";
import { countersignLienRoute } from "./countersign.route.ts";
import { createLienRoute } from "./create.route.ts";
import { declareLienDefaultRoute } from "./declareDefault.route.ts";
import { deliverLienRoute } from "./deliver.route.ts";
import { enforceLienRoute } from "./enforce.route.ts";
import { expireLienRoute } from "./expire.route.ts";
import { listLiensRoute } from "./list.route.ts";
import { payLienEarlyRoute } from "./payEarly.route.ts";
import { proposeEnforcementRoute } from "./proposeEnforcement.route.ts";
import { rankCertificateRoute } from "./rankCertificate.route.ts";
import { rankReceiptRoute } from "./rankReceipt.route.ts";
import { readLienRoute } from "./read.route.ts";
import { recordLienNoticeRoute } from "./recordNotice.route.ts";
import { refuseLienRoute } from "./refuse.route.ts";
import { registerLienRoute } from "./register.route.ts";
import { releaseLienRoute } from "./release.route.ts";
import { signPledgeAcceptanceRoute } from "./signAcceptance.route.ts";
import { signPledgeCountersignatureRoute } from "./signCountersignature.route.ts";
import { signEnforcementRoute } from "./signEnforcement.route.ts";
import { signPledgedPaymentRoute } from "./signPledgedPayment.route.ts";
import { withdrawLienRoute } from "./withdraw.route.ts";

/** Pledges of certificates and of goods, from the debtor's word to release or enforcement, and who comes first. */
export function lienRoutes(services: GatewayServices): readonly Route[] {
  return [
    listLiensRoute(services),
    createLienRoute(services),
    signPledgeAcceptanceRoute(services),
    signPledgeCountersignatureRoute(services),
    cancelLienSignatureRoute(services),
    readLienRoute(services),
    acceptLienRoute(services),
    registerLienRoute(services),
    countersignLienRoute(services),
    refuseLienRoute(services),
    withdrawLienRoute(services),
    expireLienRoute(services),
    releaseLienRoute(services),
    recordLienNoticeRoute(services),
    approveLienPickUpRoute(services),
    approveLienReplacementRoute(services),
    signPledgedPaymentRoute(services),
    payLienEarlyRoute(services),
    declareLienDefaultRoute(services),
    signEnforcementRoute(services),
    enforceLienRoute(services),
    proposeEnforcementRoute(services),
    confirmEnforcementRoute(services),
    deliverLienRoute(services),
    rankCertificateRoute(services),
    rankReceiptRoute(services),
  ];
}
