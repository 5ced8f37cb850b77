import { ReportDefect } from "../ReportDefect.ts";
import type { ReportRow } from "../reportSource.ts";

/** One row's columns by type, whether the fold keeps them as `bigint` and `Date` or a database answers text. */
export class Fields {
  readonly #row: ReportRow;
  readonly #where: string;

  constructor(row: ReportRow, where: string) {
    this.#row = row;
    this.#where = where;
  }

  /** Minor units, a quantity or a token id. */
  int(name: string): bigint {
    return this.intOrNone(name) ?? this.#fail(name, "an integer");
  }

  intOrNone(name: string): bigint | undefined {
    const value = this.#row[name];
    if (value === null || value === undefined) return undefined;
    if (typeof value === "bigint") return value;
    if (typeof value === "number" && Number.isSafeInteger(value)) return BigInt(value);
    if (typeof value === "string" && /^-?\d+$/.test(value)) return BigInt(value);
    return this.#fail(name, "an integer");
  }

  /** An integer that fits a number: a member, a receivable, an instruction, a count. */
  number(name: string): number {
    return Number(this.int(name));
  }

  numberOrNone(name: string): number | undefined {
    const value = this.intOrNone(name);
    return value === undefined ? undefined : Number(value);
  }

  text(name: string): string {
    return this.textOrNone(name) ?? this.#fail(name, "text");
  }

  textOrNone(name: string): string | undefined {
    const value = this.#row[name];
    if (value === null || value === undefined) return undefined;
    return typeof value === "string" ? value : this.#fail(name, "text");
  }

  /** An absent flag is not set. */
  flag(name: string): boolean {
    return this.#row[name] === true;
  }

  /** Seconds since 1970. */
  time(name: string): number {
    return this.timeOrNone(name) ?? this.#fail(name, "a time");
  }

  timeOrNone(name: string): number | undefined {
    const value = this.#row[name];
    if (value === null || value === undefined) return undefined;
    const at = value instanceof Date ? value.getTime() : Date.parse(String(value));
    return Number.isNaN(at) ? this.#fail(name, "a time") : Math.floor(at / 1_000);
  }

  /** `YYYY-MM-DD`. */
  date(name: string): string {
    return this.dateOrNone(name) ?? this.#fail(name, "a civil date");
  }

  dateOrNone(name: string): string | undefined {
    const value = this.#row[name];
    if (value === null || value === undefined) return undefined;
    const text = value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
    return /^\d{4}-\d\d-\d\d$/.test(text) ? text : this.#fail(name, "a civil date");
  }

  /** A struct inside: terms, rules, the arguments of an event. */
  inside(name: string): Fields {
    const value = this.#row[name];
    if (typeof value !== "object" || value === null) return this.#fail(name, "an object");
    return new Fields(value as ReportRow, `${this.#where}.${name}`);
  }

  list(name: string): readonly unknown[] {
    const value = this.#row[name] ?? [];
    return Array.isArray(value) ? value : this.#fail(name, "a list");
  }

  #fail(name: string, needed: string): never {
    const actual = this.#row[name] ?? null;
    throw new ReportDefect(`${this.#where}.${name} is ${String(actual)}, where ${needed} belongs.`);
  }
}
