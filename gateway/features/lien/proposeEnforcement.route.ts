import { liens } from "@tallystick/sdk";
import type { GatewayServices } from "../../gatewayServices.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { enforcementFields } from "./enforcementFields.ts";
import { enforcementOf } from "./enforcementOf.ts";
import { lienWrite } from "./lienWrite.ts";

/** A legal account proposes an enforcement. */
export function proposeEnforcementRoute(services: GatewayServices): Route {
  return lienWrite(services, {
    path: "enforcement-proposals",
    operationId: "proposeEnforcement",
    summary: "Propose an enforcement on a legal document; another legal account confirms it",
    permission: "legal",
    body: {
      ...enforcementFields,
      documentDigest: fields.digest.describe("Digest of the legal document"),
    },
    write: (ledger, { lien, ref }, { documentDigest, ...asked }) => {
      const order = enforcementOf(lien, asked);
      return liens.proposeEnforcement(ledger, { order, documentDigest, ref });
    },
  });
}
