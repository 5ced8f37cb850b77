import { liens } from "@tallystick/sdk";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { consentBody } from "./consentBody.ts";
import { consentOf } from "./consentOf.ts";
import { enforcementFields } from "./enforcementFields.ts";
import { enforcementOf } from "./enforcementOf.ts";
import { lienWrite } from "./lienWrite.ts";

/** The secured party enforces with the word that the debtor gave after its default. */
export function enforceLienRoute(services: GatewayServices): Route {
  return lienWrite(services, {
    path: "enforcements",
    operationId: "enforceLien",
    summary: "Take over what is pledged to you, or have a buyer pay you, as the debtor signed",
    permission: "financier",
    body: { ...enforcementFields, debtor: consentBody.describe("The debtor's signature") },
    write: async (ledger, { lien, ref }, { debtor: stated, ...asked }) => {
      const { nonce, ...debtor } = consentOf(stated);
      const { defaultedAt } = await liens.get(ledger, { lien });
      const order = { ...enforcementOf(lien, asked), defaultedAt, nonce };
      return liens.enforce(ledger, { order, debtor, ref });
    },
  });
}
