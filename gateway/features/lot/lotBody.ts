import { controlStates } from "@tallystick/sdk";
import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";

const stated = z.object({ quantity: z.string(), at: z.string() }).nullable();

/** A lot as lists show it: stock, what stands on it, how good the evidence is. */
export const lotBody = z.object({
  lot: z.int(),
  location: z.int(),
  custodian: memberRefBody,
  goodsKey: z.string(),
  markDigest: z.string(),
  goodsDigest: z.string(),
  mark: z.string().nullable().describe("Where this gateway was told it"),
  goods: z
    .object({
      variety: z.string(),
      quality: z.string(),
      packaging: z.string(),
      pieces: z.string(),
    })
    .nullable(),
  unit: z.string(),
  lossBasisPoints: z.int(),
  storageUntil: z.string(),
  minLot: z.string(),
  measured: z.string().describe("Goods, as counted, less what left"),
  live: z.string().describe("Quantity of live receipts"),
  held: z.string().describe("Part of the live quantity that offers and contracts hold"),
  free: z.string().describe("Live quantity that nobody holds"),
  naturalLoss: z.string().describe("What may vanish of the live quantity by the loss standard"),
  uncovered: z.string().describe("Live quantity beyond goods and natural loss"),
  receiptable: z.string().describe("Goods that no receipt stands on"),
  isShort: z.boolean(),
  shortSince: z.string().nullable(),
  control: z.enum(controlStates).describe("As of the last block"),
  soundAt: z.string().nullable().describe("Last evidence that nothing contradicts"),
  staleFrom: z.string().nullable(),
  frozenFrom: z.string().nullable(),
  isContradicted: z.boolean(),
  byCustodian: stated.describe("Last count of the custodian, less what left since"),
  byCounter: stated,
  movedAt: z.string().nullable(),
  obstacles: z
    .array(z.enum(["stale", "contradicted", "frozen", "short", "over-capacity", "not-admitted"]))
    .describe("What stands against new use: issue, pledge, drawdown"),
  openedAt: z.string(),
});
