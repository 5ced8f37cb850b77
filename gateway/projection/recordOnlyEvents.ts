/**
 * Events that change no row beside the log's own: ERC events repeat what the ledger's events say, the AccessManager's
 * grants and the domains' concern no member, and nonces are asked of the chain. A new event must be decided on: it is handled
 * or it stands here.
 */
export const recordOnlyEvents: readonly string[] = [
  "authority.RoleAdminChanged",
  "authority.RoleGrantDelayChanged",
  "authority.RoleGranted",
  "authority.RoleGuardianChanged",
  "authority.RoleLabel",
  "authority.RoleRevoked",
  "authority.TargetAdminDelayUpdated",
  "authority.TargetClosed",
  "authority.TargetFunctionRoleUpdated",
  "members.AuthorityUpdated",
  "rules.AuthorityUpdated",
  "claims.AuthorityUpdated",
  "receivables.AuthorityUpdated",
  "receivables.EIP712DomainChanged",
  "creditCertificates.Approval",
  "creditCertificates.ApprovalForAll",
  "creditCertificates.ApprovalValue",
  "creditCertificates.AuthorityUpdated",
  "creditCertificates.CirculationWarning",
  "creditCertificates.EIP712DomainChanged",
  "creditCertificates.NonceSpent",
  "creditCertificates.SlotChanged",
  "creditCertificates.Transfer",
  "creditCertificates.TransferValue",
  "settlement.AuthorityUpdated",
  "settlement.EIP712DomainChanged",
  "settlementRuns.AuthorityUpdated",
  "earlyPayments.EarlyPaymentNonceCancelled",
  "earlyPayments.EIP712DomainChanged",
  "factoring.AuthorityUpdated",
  "factoring.EIP712DomainChanged",
  "factoring.FactoringNonceSpent",
];
