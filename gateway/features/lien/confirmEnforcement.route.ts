import { liens } from "@tallystick/sdk";
import type { GatewayServices } from "../../gatewayServices.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { enforcementFields } from "./enforcementFields.ts";
import { enforcementOf } from "./enforcementOf.ts";
import { lienWrite } from "./lienWrite.ts";

/** Another legal account confirms, and the lien is enforced. */
export function confirmEnforcementRoute(services: GatewayServices): Route {
  return lienWrite(services, {
    path: "enforcement-confirmations",
    operationId: "confirmEnforcement",
    summary: "Confirm and carry out an enforcement that another legal account proposed",
    permission: "legal",
    body: {
      ...enforcementFields,
      documentDigest: fields.digest.describe("Digest of the legal document"),
    },
    write: (ledger, { lien, ref }, { documentDigest, ...asked }) => {
      const order = enforcementOf(lien, asked);
      return liens.confirmEnforcement(ledger, { order, documentDigest, ref });
    },
  });
}
