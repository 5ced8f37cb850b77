import { z } from "zod";
import { scalarOf } from "./scalarOf.ts";

/** Bytes and numbers in a node's JSON, as the RLP items that they are in hashes. */
export const rpcForms = {
  bytes: z
    .string()
    .regex(/^0x(?:[0-9a-fA-F]{2})*$/)
    .transform((hex) => hex.toLowerCase()),
  quantity: z
    .string()
    .regex(/^0x[0-9a-fA-F]{1,64}$/)
    .transform(scalarOf),
} as const;
