import { parseCivilDate } from "../time/parseCivilDate.ts";
import type { ProblemList } from "./ProblemList.ts";

const written =
  /^(\d{4})(?:-(\d{2})-(\d{2})|\/(\d{1,2})\/(\d{1,2})|(\d{2})(\d{2})|年(\d{1,2})月(\d{1,2})日)(?:[ T]?\d{1,2}:?\d{2}(?::?\d{2}(?:\.\d+)?)?)?(?:Z|[+-]\d{2}:\d{2})?$/u;

/**
 * Reads the civil date of a document: `2026-11-22`, also with a time or an offset, `20261122`, `2026/11/22` or
 * `2026年11月22日`. The day is taken as written; no offset moves it.
 *
 * @returns `YYYY-MM-DD`, or null with a problem
 */
export function documentDate(text: string, path: string, problems: ProblemList): string | null {
  const match = written.exec(text.trim());
  if (match === null) {
    problems.add(path, `"${text.slice(0, 40)}" is not a date.`);
    return null;
  }
  const [year = "", month = "", day = ""] = match.slice(1).filter((part) => part !== undefined);
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return problems.try(path, () => parseCivilDate(date)) ?? null;
}
