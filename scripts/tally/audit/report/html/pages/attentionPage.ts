import type { AuditReport } from "../../auditReport.ts";
import { dataTable } from "../dataTable.ts";
import type { Page } from "../Page.ts";
import { type Section, sectionOf } from "../sectionOf.ts";

type Matter = AuditReport["attention"][number];

const mostSubjects = 12;

/** Positions as receivable or lot and serial, hashes shortened. */
function numberOf(noun: string, number: string): string {
  if (noun === "certificate" || noun === "receipt") {
    return `${BigInt(number) >> 32n}/${BigInt(number) & 0xffff_ffffn}`;
  }
  return number.length > 20 ? `${number.slice(0, 8)}…${number.slice(-6)}` : number;
}

function subjectOf({ subject, values }: Matter, page: Page): string {
  const end = subject.lastIndexOf(" ");
  const [noun, number] = [subject.slice(0, end), subject.slice(end + 1)];
  const named =
    noun === "member"
      ? page.memberName(Number(number))
      : `${page.words.term(noun)} ${numberOf(noun, number)}`;
  const figures = Object.entries(values).map(([name, value]) => {
    const isTime = name === "since";
    return `${page.words.figure(name)} ${isTime ? page.at(value) : value}`;
  });
  return `${named}: ${figures.join(", ")}`;
}

/** What an auditor will want explained, by kind. */
export function attentionPage(page: Page): Section {
  const { report, words } = page;
  const kinds = [...Map.groupBy(report.attention, ({ code }) => code)];
  const table = dataTable(
    page,
    { heard: words.heading("attention") },
    [{ head: "subject" }, { head: "counted", isNumber: true }, { head: "figures" }],
    kinds,
    ([code, matters]) => {
      const told = matters.slice(0, mostSubjects).map((matter) => subjectOf(matter, page));
      if (matters.length > mostSubjects) {
        told.push(words.say("rest", { shown: mostSubjects, count: matters.length }));
      }
      return [words.term(code), page.count(matters.length), told.join("; ")];
    },
  );
  return sectionOf(page, "attention", words.heading("attentionLead"), [table]);
}
