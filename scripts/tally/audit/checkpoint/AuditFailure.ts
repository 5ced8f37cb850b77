/** Why something could not be checked at all, so that nothing was found either. */
export class AuditFailure extends Error {
  override name = "AuditFailure";
}
