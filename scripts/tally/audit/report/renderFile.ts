import { writeFile } from "node:fs/promises";
import { z } from "zod";
import { AuditFailure } from "../checkpoint/AuditFailure.ts";
import { readJson } from "../checkpoint/readJson.ts";
import { type AuditReport, auditReport } from "./auditReport.ts";
import { renderReport } from "./renderReport.ts";
import type { Language } from "./words/wordsOf.ts";

/** How a report is written for people. */
export type RenderOptions = {
  readonly language: Language;
  /** JSON of names by member, for example `{"5": "Huadong Steel"}`. */
  readonly names?: string;
  readonly out: string;
};

const namesByMember = z.record(z.string().regex(/^\d+$/), z.string());

async function readAs<Shape extends z.ZodType>(file: string, shape: Shape, noun: string) {
  const read = shape.safeParse(await readJson(file));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = issue?.path.join(".") ?? "";
  throw new AuditFailure(`${file} is no ${noun}: ${where} ${issue?.message ?? ""}`);
}

/** Names are the reader's own: they change no figure and no byte of `report.json`. */
async function withNames(report: AuditReport, file: string | undefined): Promise<AuditReport> {
  if (file === undefined) return report;
  const names = await readAs(file, namesByMember, "list of names by member");
  const members = report.members.map((its) => ({
    ...its,
    name: names[`${its.member}`] ?? its.name,
  }));
  return { ...report, members };
}

/** Writes `report.html` anew from a `report.json`, in a language and with names. Answers what it is of. */
export async function renderFile(file: string, { language, names, out }: RenderOptions) {
  const report = await withNames(await readAs(file, auditReport, "report of a replay"), names);
  await writeFile(out, renderReport(report, language));
  const { block } = report.scope.asOf;
  return { out, language, block, verdict: report.verdict };
}
