import { formatMoney } from "@tallystick/sdk";
import type { AuditReport } from "../auditReport.ts";
import type { Words } from "../words/wordsOf.ts";
import { type Markup, markup } from "./markup.ts";

const keptDigits = 6;

/** A report with the words of a language, and how its figures are written for people. */
export class Page {
  readonly report: AuditReport;
  readonly words: Words;
  readonly #names: ReadonlyMap<number, string>;

  constructor(report: AuditReport, words: Words) {
    this.report = report;
    this.words = words;
    this.#names = new Map(
      report.members.flatMap(({ member, name }) => (name === null ? [] : [[member, name]])),
    );
  }

  /** Without the currency, which is in a column or a heading of its own; groups of three by the same sign everywhere. */
  amount(minor: string, currency: string): string {
    return formatMoney(BigInt(minor), currency).replace(/ \S+$/, "");
  }

  money(minor: string, currency: string): string {
    return formatMoney(BigInt(minor), currency);
  }

  member(member: number): Markup {
    const name = this.#names.get(member);
    const number = this.words.say("member", { member });
    if (name === undefined) return markup`<span class="member">${number}</span>`;
    return markup`<span class="member">${name} <small>${member}</small></span>`;
  }

  memberName(member: number): string {
    return this.#names.get(member) ?? this.words.say("member", { member });
  }

  /** `2026-11-23 04:30:12`: UTC, as the report says once. */
  at(instant: string | null): string {
    return instant === null ? "–" : instant.replace("T", " ").replace("Z", "");
  }

  period(instant: string | null): string {
    return instant === null ? this.words.say("stillHeld") : this.at(instant);
  }

  /** Receivable and serial of a certificate. */
  certificate(id: string): Markup {
    const [receivable, serial] = [BigInt(id) >> 32n, BigInt(id) & 0xffff_ffffn];
    return markup`<span title="${id}">${`${receivable}/${serial}`}</span>`;
  }

  /** A hash or an address shortened; whole where the pointer rests, and in report.json. */
  hash(text: string | null): Markup {
    if (text === null) return markup`–`;
    const isLong = text.length > 2 * keptDigits + 4;
    const short = isLong ? `${text.slice(0, keptDigits + 2)}…${text.slice(-keptDigits)}` : text;
    return markup`<code title="${text}">${short}</code>`;
  }

  count(value: number): string {
    return `${value}`.replace(/\B(?=(\d{3})+$)/g, ",");
  }
}
