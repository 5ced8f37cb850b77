import type { GatewayServices } from "../gatewayServices.ts";
import type { Route } from "../openapi/route.ts";
import { acceptanceRoutes } from "./acceptance/acceptanceRoutes.ts";
import { anchorRoutes } from "./anchor/anchorRoutes.ts";
import { certificateRoutes } from "./certificate/certificateRoutes.ts";
import { disclosureRoutes } from "./disclosure/disclosureRoutes.ts";
import { freezeRoutes } from "./freeze/freezeRoutes.ts";
import { limitRoutes } from "./limit/limitRoutes.ts";
import { memberRoutes } from "./member/memberRoutes.ts";
import { offerRoutes } from "./offer/offerRoutes.ts";
import { receivableRoutes } from "./receivable/receivableRoutes.ts";
import { rulesRoutes } from "./rules/rulesRoutes.ts";
import { tagRoutes } from "./tag/tagRoutes.ts";

/** Members, receivables, certificates and what is said about them. */
export function circulationRoutes(services: GatewayServices): readonly Route[] {
  return [
    ...memberRoutes(services),
    ...limitRoutes(services),
    ...rulesRoutes(services),
    ...receivableRoutes(services),
    ...certificateRoutes(services),
    ...offerRoutes(services),
    ...acceptanceRoutes(services),
    ...freezeRoutes(services),
    ...disclosureRoutes(services),
    ...anchorRoutes(services),
    ...tagRoutes(services),
  ];
}
