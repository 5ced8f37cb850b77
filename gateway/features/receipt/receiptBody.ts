import { positionFlags } from "@tallystick/sdk";
import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";

/** A warehouse receipt as lists and answers to writes show it. */
export const receiptBody = z.object({
  receipt: z.string(),
  lot: z.int(),
  serial: z.int(),
  custodian: memberRefBody,
  holder: memberRefBody,
  quantity: z.string(),
  held: z.string().describe("Part of the quantity that offers and contracts hold"),
  free: z.string(),
  minted: z.string(),
  unit: z.string(),
  tier: z.int(),
  storageUntil: z.string(),
  state: z.enum(["live", "spent"]),
  flags: z.array(z.enum(positionFlags)),
  cause: z.string(),
  parent: z.string().nullable(),
  termsDigest: z.string(),
  issuedAt: z.string(),
});
