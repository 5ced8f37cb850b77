import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";

/** A physical place with its only custodian. */
export const locationBody = z.object({
  location: z.int(),
  custodian: memberRefBody,
  place: z.string().describe("Digest of the normalised place"),
  address: z.string().nullable().describe("The place, where this gateway was told it"),
  unit: z.string().describe("Unit of every quantity there"),
  capacity: z.string(),
  measured: z.string().describe("Goods of all its lots"),
  overCapacity: z.boolean(),
  freshForSeconds: z.int().describe("Evidence older than this allows no new use"),
  freezeAfterSeconds: z.int().describe("Evidence older than this lets no goods out"),
  counter: z
    .object({
      member: memberRefBody,
      appointer: memberRefBody,
      document: z.string(),
      appointedAt: z.string(),
    })
    .nullable()
    .describe("Who counts beside the custodian"),
  registeredAt: z.string(),
});
