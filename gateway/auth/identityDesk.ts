import type { ApiKeys } from "./apiKeys.ts";
import type { CertificateClient } from "./certificate/certificateClient.ts";
import type { OidcIssuer } from "./oidc/oidcIssuer.ts";
import type { People } from "./people.ts";
import type { SecurityLog } from "./securityLog.ts";
import type { Sessions } from "./sessions.ts";
import type { SignIns } from "./signIns.ts";

/** Everything that says who somebody is. */
export interface IdentityDesk {
  readonly sessions: Sessions;
  readonly apiKeys: ApiKeys;
  readonly people: People;
  readonly issuers: readonly OidcIssuer[];
  readonly signIns: SignIns;
  readonly certificateClients: readonly CertificateClient[];
  readonly security: SecurityLog;
}
