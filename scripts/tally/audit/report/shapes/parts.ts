import { z } from "zod";

/** What the sections of a report are made of. */
export const parts = {
  /** Minor units or a quantity, as a decimal string. */
  amount: z.string().regex(/^-?\d+$/),
  /** Id of a certificate, a receipt or a lien: wider than a JSON number. */
  id: z.string().regex(/^\d+$/),
  number: z.int().min(0),
  currency: z.string(),
  date: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  /** RFC 3339 in UTC. */
  instant: z.string(),
} as const;
