import { largestAmount } from "@tallystick/sdk";
import { z } from "zod";
import { fields } from "./fields.ts";

/** Largest number that a table's id holds: a signed 64-bit integer. */
const LARGEST_ID = (1n << 63n) - 1n;
const LARGEST_RECEIVABLE = 0xffff_ffff;
const LARGEST_SLOT = 0xffff_ffff;
/** Block times are 40 bits on the ledger; this is still before the year 9999. */
const LARGEST_SECOND = 253_402_300_799;

const fits = (value: bigint) => value <= largestAmount;
const quantity = "A count of the location's unit, as decimal text";
const tooLarge = `must be at most ${largestAmount}`;

function secondsOf(instant: string): number {
  return Math.floor(Date.parse(instant) / 1000);
}

/** Fields as the ledger's contracts and tables hold them: what passes here fits in both. */
export const ledgerFields = {
  /** Number of an instruction, a financing, a run and whatever else the ledger counts. */
  id: fields.uint64.refine(
    (value) => value > 0n && value <= LARGEST_ID,
    "is no number of the ledger",
  ),
  /** Token id of a certificate. */
  certificate: fields.uint64
    .refine((value) => value > 0n && value <= LARGEST_ID, "is no certificate")
    .describe("Token id of a certificate, as decimal text"),
  receivable: z.coerce.number().int().min(1).max(LARGEST_RECEIVABLE).describe("Receivable number"),
  location: z.coerce.number().int().min(1).max(LARGEST_SLOT).describe("Location number"),
  lot: z.coerce.number().int().min(1).max(LARGEST_SLOT).describe("Lot number"),
  /** Goods, at least 1. */
  quantity: fields.amountMinor.refine(fits, tooLarge).describe(quantity),
  /** Goods, maybe none. */
  quantityOrZero: fields.amountMinorOrZero.refine(fits, tooLarge).describe(quantity),
  amountMinor: fields.amountMinor.refine(fits, tooLarge),
  amountMinorOrZero: fields.amountMinorOrZero.refine(fits, tooLarge),
  /** RFC 3339; seconds since 1970 once read, since the ledger's times are whole seconds. */
  seconds: fields.instant
    .transform(secondsOf)
    .refine((seconds) => seconds > 0 && seconds <= LARGEST_SECOND, "is no time of the ledger"),
} as const;
