import type { z } from "zod";

/** What a form found wrong first, for the end of a sentence. */
export function firstIssue({ issues: [issue] }: z.ZodError): string {
  const place = issue === undefined || issue.path.length === 0 ? "" : `${issue.path.join(".")}: `;
  return `${place}${issue?.message ?? "it is of another form"}`;
}
