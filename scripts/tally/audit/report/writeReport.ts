import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { AuditReport } from "./auditReport.ts";
import { renderReport } from "./renderReport.ts";
import type { Language } from "./words/wordsOf.ts";

/** Writes whole or not at all: a report that was cut off must not look like one. */
async function write(path: string, text: string): Promise<string> {
  await writeFile(`${path}.part`, text);
  await rename(`${path}.part`, path);
  return path;
}

/** Writes `report.json` and `report.html` into a directory, which is made. Answers their paths. */
export async function writeReport(
  directory: string,
  report: AuditReport,
  language: Language = "en",
): Promise<readonly string[]> {
  await mkdir(directory, { recursive: true });
  return [
    await write(join(directory, "report.json"), `${JSON.stringify(report, null, 2)}\n`),
    await write(join(directory, "report.html"), renderReport(report, language)),
  ];
}
