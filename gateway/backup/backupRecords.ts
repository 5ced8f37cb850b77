import { z } from "zod";

const begin = z.object({
  kind: z.literal("begin"),
  chainId: z.int(),
  genesisHash: z.string(),
  takenAt: z.string(),
  migrations: z.array(z.object({ number: z.int(), file: z.string(), checksum: z.string() })),
});
const rows = z.object({ kind: z.literal("rows"), table: z.string().regex(/^[a-z_][a-z0-9_]*$/) });
const end = z.object({
  kind: z.literal("end"),
  rows: z.int(),
  sequences: z.array(
    z.object({ name: z.string().regex(/^[a-z_][a-z0-9_]*$/), last: z.string().regex(/^\d+$/) }),
  ),
});

/** First line of a frame's text; of `rows`, each further line is one row as JSON. */
export const backupRecords = { begin, rows, any: z.discriminatedUnion("kind", [begin, rows, end]) };
