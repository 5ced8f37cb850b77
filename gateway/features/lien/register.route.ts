import { liens } from "@tallystick/sdk";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { createReferenceBook } from "../reference/createReferenceBook.ts";
import { lienWrite } from "./lienWrite.ts";
import { registrationFields } from "./registrationFields.ts";

/** The secured party records the registration; a pledge of a receivable exists only from then on. */
export function registerLienRoute(services: GatewayServices): Route {
  const record = createReferenceBook(services.database);
  return lienWrite(services, {
    path: "registration",
    operationId: "registerLien",
    summary: "Record the registration of what is pledged to you (Civil Code art. 445)",
    permission: "financier",
    body: registrationFields.shape,
    write: async (ledger, call, { number, registeredAt }) => {
      const registration = { number: number.digest, registeredAt };
      const done = await liens.register(ledger, { ...call, registration });
      await record([number]);
      return done;
    },
  });
}
