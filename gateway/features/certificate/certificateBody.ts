import { positionFlags } from "@tallystick/sdk";
import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";

/** A certificate as lists and answers to writes show it. */
export const certificateBody = z.object({
  certificate: z.string(),
  receivable: z.int(),
  serial: z.int(),
  obligor: memberRefBody,
  holder: memberRefBody,
  valueMinor: z.string(),
  heldMinor: z
    .string()
    .describe("Part of the value that offers, financings and early payments hold"),
  freeMinor: z.string(),
  waitingMinor: z.string().describe("Pay that a settlement run keeps for it"),
  mintedMinor: z.string(),
  currency: z.string(),
  tier: z.int(),
  dueDate: z.string(),
  state: z.enum(["live", "spent"]),
  flags: z.array(z.enum(positionFlags)),
  cause: z.string(),
  parent: z.string().nullable(),
  issuedAt: z.string(),
});
