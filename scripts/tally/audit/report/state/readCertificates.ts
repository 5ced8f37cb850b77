import type { ReportSource } from "../reportSource.ts";
import type { Fields } from "./Fields.ts";
import { rowsOf } from "./rowsOf.ts";

/** A position, spent or not; amounts in minor units, times in seconds. */
export interface Certificate {
  readonly id: bigint;
  readonly receivable: number;
  readonly serial: number;
  readonly holder: number;
  readonly obligor: number;
  readonly currency: string;
  readonly dueDate: string;
  readonly value: bigint;
  readonly held: bigint;
  readonly pledged: bigint;
  readonly tier: number;
  readonly frozen: boolean;
  readonly financed: boolean;
  readonly recourse: boolean;
  readonly cause: string;
  readonly mintedAt: number;
}

function read(row: Fields): Certificate {
  return {
    id: row.int("certificate_id"),
    receivable: row.number("receivable_id"),
    serial: row.number("serial"),
    holder: row.number("holder"),
    obligor: row.number("obligor"),
    currency: row.text("currency"),
    dueDate: row.date("due_date"),
    value: row.int("value_minor"),
    held: row.int("held_minor"),
    pledged: row.int("pledged_minor"),
    tier: row.number("tier"),
    frozen: row.flag("frozen"),
    financed: row.flag("financed"),
    recourse: row.flag("recourse"),
    cause: row.text("cause"),
    mintedAt: row.time("minted_at"),
  };
}

/** Every certificate that ever was, by id. */
export function readCertificates(source: ReportSource): ReadonlyMap<bigint, Certificate> {
  const rows = rowsOf(source, "certificate", read, ({ id }) => id);
  return new Map(rows.map((row) => [row.id, row]));
}
