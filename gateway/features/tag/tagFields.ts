import { largestTagBatch } from "@tallystick/sdk";
import { z } from "zod";
import { fields } from "../../openapi/fields.ts";

/** Fields that requests about tags spell alike. */
export const tagFields = {
  epoch: z.int().min(1).max(0xffff_ffff).describe("Key epoch; epoch 0 is not blind"),
  /** Blinded elements, or tags: 32 bytes each. */
  words: z.array(fields.digest).min(1).max(largestTagBatch),
} as const;
