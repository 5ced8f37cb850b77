import type { CertificateDetail } from "./certificate.ts";
import type { MemberRef } from "./page.ts";

/** What a holder's link shows, and where a node of one's own says the same. */
export interface SharedCertificate extends CertificateDetail {
  readonly sharedBy: MemberRef;
  readonly expiresAt: string;
  readonly block: number;
  readonly ledger: { readonly chainId: number; readonly creditCertificates: string };
}
