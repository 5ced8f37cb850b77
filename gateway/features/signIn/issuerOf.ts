import { z } from "zod";
import type { OidcIssuer } from "../../auth/oidc/oidcIssuer.ts";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";

/** The provider that a path names, and where it sends people back to. */
export const issuerOf = {
  params: z.object({ issuer: z.string().min(1).max(40).describe("Name of an identity provider") }),

  find({ identities }: Pick<GatewayServices, "identities">, name: string): OidcIssuer {
    const found = identities.issuers.find(({ settings }) => settings.name === name);
    if (found?.settings.clientId !== undefined) return found;
    throw new ProblemError("not-found", "One can't sign in through this provider here.");
  },

  redirectUri({ config }: Pick<GatewayServices, "config">, name: string): string {
    return `${config.publicUrl}/v1/sign-in/oidc/${name}/callback`;
  },
} as const;
