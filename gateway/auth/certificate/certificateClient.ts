import type { Scope } from "../scopes.ts";

/** A client certificate that means a member, by what identifies it. */
export interface CertificateClient {
  /** SHA-256 of the certificate, lower-case hex. */
  readonly fingerprint?: string | undefined;
  /** Distinguished name, for whoever renews certificates often; only as good as the authority that issues them. */
  readonly subject?: string | undefined;
  readonly member: number;
  readonly scopes: readonly Scope[];
}
