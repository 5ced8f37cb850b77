import { getAddress } from "ethers";
import { z } from "zod";

const UINT128_MAX = (1n << 128n) - 1n;
const UINT64_MAX = (1n << 64n) - 1n;
const UINT256_MAX = (1n << 256n) - 1n;
const UINT32_MAX = 0xffff_ffff;

function boundedInteger(maximum: bigint, description: string) {
  return z
    .string()
    .regex(/^(0|[1-9]\d{0,77})$/, "must be a whole number without sign or leading zeros, as text")
    .describe(description)
    .transform(BigInt)
    .refine((value) => value <= maximum, `must be at most ${maximum}`);
}

function isCivilDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Request fields that every route spells alike. Amounts become `bigint`, addresses get their checksum. */
export const fields = {
  /** Money in minor units; at least 1. */
  amountMinor: boundedInteger(UINT128_MAX, "Amount in minor units, as decimal text").refine(
    (value) => value > 0n,
    "must be above 0",
  ),
  /** Money in minor units; may be 0. */
  amountMinorOrZero: boundedInteger(UINT128_MAX, "Amount in minor units, as decimal text"),
  /** Token id: slot and serial in one integer. */
  tokenId: boundedInteger(UINT256_MAX, "Token id, as decimal text"),
  uint64: boundedInteger(UINT64_MAX, "Unsigned integer, as decimal text"),
  memberId: z.coerce.number().int().min(1).max(UINT32_MAX).describe("Member number"),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "must be an ISO 4217 code")
    .describe("ISO 4217 currency code"),
  address: z
    .string()
    .regex(/^0x[0-9a-fA-F]{40}$/, "must be an address")
    .transform((text, context) => {
      try {
        return getAddress(text);
      } catch {
        context.addIssue("has a wrong checksum");
        return z.NEVER;
      }
    }),
  /** 32 bytes. */
  digest: z
    .string()
    .regex(/^0x[0-9a-fA-F]{64}$/, "must be 32 bytes in 0x-hex")
    .transform((text) => text.toLowerCase()),
  bytes: z.string().regex(/^0x([0-9a-fA-F]{2})*$/, "must be bytes in 0x-hex"),
  civilDate: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, "must be YYYY-MM-DD")
    .refine(isCivilDate, "is not a day of the calendar")
    .describe("Civil date, YYYY-MM-DD"),
  instant: z.iso.datetime({ offset: true }).describe("Point in time, RFC 3339"),
  pageSize: z.coerce
    .number()
    .int()
    .min(1)
    .max(500)
    .default(100)
    .describe("Largest number of items"),
} as const;
