import { z } from "zod";
import authority from "../../../contracts/authority.json" with { type: "json" };

const entry = z.strictObject({
  /** Who may call it, in words. */
  who: z.string().min(1),
  /** Who is refused, and with which error. */
  refused: z.record(z.string(), z.string()),
  /** What a stranger meets instead of a refusal, where anyone may call. */
  open: z.string().optional(),
});

export type AuthorityEntry = z.infer<typeof entry>;

/** The committed table: per contract and function, who may call it and how others are refused. */
export const authorityTable = z.record(z.string(), z.record(z.string(), entry)).parse(authority);
