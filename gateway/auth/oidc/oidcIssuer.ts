import type { JWTPayload } from "jose";
import type { IssuerSettings } from "./issuerSettings.ts";

/** Claims of a token that was verified. */
export type VerifiedClaims = JWTPayload & { readonly sub: string };

/** Where a person signs in, and where the code is exchanged. */
export interface ProviderEndpoints {
  readonly authorization: string;
  readonly token: string;
}

/** One identity provider at work. Problem `issuer-unreachable` (503) when it can't be asked. */
export interface OidcIssuer {
  readonly settings: IssuerSettings;
  /** Claims of a token for one of the audiences; throws `TokenRefused`. */
  verify(token: string, audience: string | readonly string[]): Promise<VerifiedClaims>;
  endpoints(): Promise<ProviderEndpoints>;
}
