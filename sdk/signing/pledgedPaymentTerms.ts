import type { EarlyPaymentTerms } from "./earlyPaymentTerms.ts";

/** What obligor, holder and secured party agree on before the due day. */
export type PledgedPaymentTerms = EarlyPaymentTerms & {
  /** Active lien over the certificate, at least as large as the face. */
  readonly lien: bigint;
  /** Member that is paid. */
  readonly securedParty: number;
  /** Unused nonce of the secured party. */
  readonly securedPartyNonce: bigint;
};
