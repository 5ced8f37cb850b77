import type { GatewayConfig } from "../config/gatewayConfig.ts";
import type { Authenticator } from "./authenticator.ts";
import { createCertificateAuthenticator } from "./certificate/createCertificateAuthenticator.ts";
import { createKeyAuthenticator } from "./createKeyAuthenticator.ts";
import { createSessionAuthenticator } from "./createSessionAuthenticator.ts";
import type { IdentityDesk } from "./identityDesk.ts";
import type { MemberDirectory } from "./memberDirectory.ts";
import { createTokenAuthenticator } from "./oidc/createTokenAuthenticator.ts";

/** Every way to prove who asks, in the order in which they look at a request; a certificate counts where no token is. */
export function createAuthenticators(
  { apiKeys, issuers, people, security, sessions, certificateClients }: IdentityDesk,
  directory: MemberDirectory,
  config: Pick<GatewayConfig, "tlsClientHeader">,
): readonly Authenticator[] {
  return [
    createKeyAuthenticator(apiKeys, directory, security),
    createTokenAuthenticator({ issuers, people, directory, security }),
    createSessionAuthenticator(sessions, directory),
    createCertificateAuthenticator({
      clients: certificateClients,
      header: config.tlsClientHeader,
      directory,
      security,
    }),
  ];
}
