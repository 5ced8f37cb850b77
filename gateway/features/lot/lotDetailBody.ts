import { z } from "zod";
import { locationBody } from "../location/locationBody.ts";
import { memberRefBody } from "../shared/memberRefBody.ts";
import { countBody } from "./countBody.ts";
import { lotBody } from "./lotBody.ts";

/** A lot with its place, its holders as far as the caller may know them, and its last counts. */
export const lotDetailBody = lotBody.extend({
  place: locationBody,
  holdings: z
    .array(
      z.object({
        holder: memberRefBody.nullable().describe("Null: all others together"),
        quantity: z.string(),
        held: z.string(),
        receipts: z.int(),
      }),
    )
    .describe("Who holds how much of the live quantity"),
  counts: z.array(countBody).describe("The last ten, newest first"),
  block: z.int().describe("The ledger as of this block"),
});
