/** A row of the replay's end state is not as the fold makes it; the report stops rather than state a wrong figure. */
export class ReportDefect extends Error {
  override name = "ReportDefect";
  readonly code = "report-defect";
}
