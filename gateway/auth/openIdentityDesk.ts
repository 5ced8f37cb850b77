import type { Logger } from "pino";
import type { GatewayConfig } from "../config/gatewayConfig.ts";
import type { Database } from "../database/database.ts";
import { readCertificateClients } from "./certificate/readCertificateClients.ts";
import { createApiKeys } from "./createApiKeys.ts";
import { createPeople } from "./createPeople.ts";
import { createSecurityLog } from "./createSecurityLog.ts";
import { createSessions } from "./createSessions.ts";
import { createSignIns } from "./createSignIns.ts";
import type { IdentityDesk } from "./identityDesk.ts";
import { createOidcIssuer } from "./oidc/createOidcIssuer.ts";
import { readIssuers } from "./oidc/readIssuers.ts";

/** Reads providers and clients from their files, refusing unusable ones in a sentence; the rest is in the database. */
export async function openIdentityDesk(
  config: Pick<GatewayConfig, "oidcIssuersFile" | "tlsClientsFile" | "sessionSeconds">,
  database: Database,
  logger: Logger,
): Promise<IdentityDesk> {
  const settings = await readIssuers(config.oidcIssuersFile);
  return {
    sessions: createSessions({ database, lifetimeSeconds: config.sessionSeconds }),
    apiKeys: createApiKeys({ database, logger }),
    people: createPeople(database),
    issuers: settings.map((each) => createOidcIssuer(each)),
    signIns: createSignIns(database),
    certificateClients: await readCertificateClients(config.tlsClientsFile),
    security: createSecurityLog(logger),
  };
}
