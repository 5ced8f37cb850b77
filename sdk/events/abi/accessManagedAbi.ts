/** What OpenZeppelin's `AccessManaged` adds to a contract. */
export const accessManagedAbi: readonly string[] = [
  "error AccessManagedInvalidAuthority(address authority)",
  "error AccessManagedRequiredDelay(address caller, uint32 delay)",
  "error AccessManagedUnauthorized(address caller)",
  "event AuthorityUpdated(address authority)",
  "function authority() view returns (address)",
  "function isConsumingScheduledOp() view returns (bytes4)",
  "function setAuthority(address newAuthority)",
];
