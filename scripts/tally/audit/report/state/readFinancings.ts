import type { ReportSource } from "../reportSource.ts";
import type { Fields } from "./Fields.ts";
import { rowsOf } from "./rowsOf.ts";

/** A financing from the accepted quote on. */
export interface Financing {
  readonly id: number;
  readonly state: string;
  readonly certificate: bigint;
  readonly child: bigint | undefined;
  readonly instruction: number | undefined;
  readonly financier: number;
  readonly holder: number;
  readonly obligor: number;
  readonly currency: string;
  readonly value: bigint;
  readonly principal: bigint;
  readonly discount: bigint;
  readonly fee: bigint;
  readonly recourse: boolean;
  readonly claim: bigint;
  readonly bank: number;
  readonly registryNumber: string | undefined;
  readonly registeredAt: number | undefined;
  readonly acceptedAt: number;
  /** Delivery, buy-back or failure, whichever was last. */
  readonly finishedAt: number | undefined;
}

function read(row: Fields): Financing {
  return {
    id: row.number("financing_id"),
    state: row.text("state"),
    certificate: row.int("certificate_id"),
    child: row.intOrNone("child_id"),
    instruction: row.numberOrNone("instruction_id"),
    financier: row.number("financier"),
    holder: row.number("holder"),
    obligor: row.number("obligor"),
    currency: row.text("currency"),
    value: row.int("value_minor"),
    principal: row.int("principal_minor"),
    discount: row.int("discount_minor"),
    fee: row.int("fee_minor"),
    recourse: row.flag("recourse"),
    claim: row.int("claim_minor"),
    bank: row.number("bank"),
    registryNumber: row.textOrNone("registry_number"),
    registeredAt: row.timeOrNone("registered_at"),
    acceptedAt: row.time("accepted_at"),
    finishedAt: row.timeOrNone("finished_at"),
  };
}

/** Every financing, by number. */
export function readFinancings(source: ReportSource): readonly Financing[] {
  return rowsOf(source, "financing", read, ({ id }) => id);
}
