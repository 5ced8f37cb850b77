import { z } from "zod";
import { fields } from "../../openapi/fields.ts";

const days = z.int().min(0).max(65_535);
const small = z.int().min(0).max(255);

/** Every parameter of one version of the rules. */
export const rulesBody = z.strictObject({
  softTenorDays: days.describe("Tenor in days from which a confirmation warns"),
  hardTenorDays: days.describe("Tenor in days above which it is refused"),
  smallCreditorDays: days.describe("Days after delivery within which a small creditor is paid"),
  graceDays: small.describe("Days after the due day before it is overdue"),
  lateBasisPointsPerDay: days.describe("Late interest a day"),
  maxTier: small.describe("Deepest tier of circulation"),
  warnTier: small,
  maxSplits: z.int().min(0).max(16_777_215).describe("Most certificates of one receivable"),
  warnSplits: z.int().min(0).max(16_777_215),
  minLotMinor: fields.uint64
    .refine((value) => value > 0n, "must be above 0")
    .describe("Smallest part that is passed, in minor units"),
});
