import { anchorKinds } from "@tallystick/sdk";
import { z } from "zod";

/** Counts are 40 bits on the ledger. */
const LARGEST_COUNT = 2 ** 40 - 1;

/** Fields of bodies and queries about anchors. */
export const anchorFields = {
  kind: z.enum(anchorKinds).exclude(["none"]).describe("What the documents are"),
  count: z.int().min(1).max(LARGEST_COUNT).default(1).describe("How many documents it covers"),
} as const;
