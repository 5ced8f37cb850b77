import { currencyExponents } from "@tallystick/sdk";
import { z } from "zod";
import { memberRefBody } from "../memberRefBody.ts";

/** An item of a list as it is sent. */
type Item = Readonly<Record<string, unknown>>;

/** One column of an export. */
export interface CsvColumn {
  readonly header: string;
  readonly cell: (item: Item) => string;
}

const MINOR = "Minor";

function bare(schema: unknown): unknown {
  const isWrapped = schema instanceof z.ZodNullable || schema instanceof z.ZodOptional;
  return isWrapped ? bare(schema.unwrap()) : schema;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(textOf).join(" ");
  if (typeof value !== "object") return String(value);
  if ("memberId" in value && "name" in value) return String(value.name);
  return JSON.stringify(value);
}

/** Minor units as a decimal number of the currency, without ever passing through a float. */
function decimalOf(minor: unknown, currency: unknown): string {
  if (typeof minor !== "string" || typeof currency !== "string") return "";
  const digits = currencyExponents.get(currency) ?? 0;
  const sign = minor.startsWith("-") ? "-" : "";
  const whole = minor.replace("-", "").padStart(digits + 1, "0");
  if (digits === 0) return `${sign}${whole}`;
  return `${sign}${whole.slice(0, -digits)}.${whole.slice(-digits)}`;
}

function inner(name: string, child: string): string {
  return name === "" ? child : `${name}${child.charAt(0).toUpperCase()}${child.slice(1)}`;
}

function columnsOf(
  header: string,
  schema: unknown,
  get: (item: Item) => unknown,
  isMoney: boolean,
): CsvColumn[] {
  const own = bare(schema);
  if (own === memberRefBody) {
    const id = (item: Item) => textOf((get(item) as { memberId?: number } | null)?.memberId);
    return [
      { header, cell: (item) => textOf(get(item)) },
      { header: `${header}MemberId`, cell: id },
    ];
  }
  if (own instanceof z.ZodObject) {
    return Object.entries(own.shape).flatMap(([child, childSchema]) =>
      columnsOf(
        inner(header, child),
        childSchema,
        (item) => (get(item) as Item | null | undefined)?.[child],
        isMoney,
      ),
    );
  }
  const minor = { header, cell: (item: Item) => textOf(get(item)) };
  if (!isMoney || !header.endsWith(MINOR)) return [minor];
  const decimal = (item: Item) => decimalOf(get(item), item["currency"]);
  return [{ header: header.slice(0, -MINOR.length), cell: decimal }, minor];
}

/** The columns of an export, from the list's own schema: names of fields, members by name and number, money twice. */
export function csvColumns(item: z.ZodObject): CsvColumn[] {
  return columnsOf("", item, (given) => given, "currency" in item.shape);
}
