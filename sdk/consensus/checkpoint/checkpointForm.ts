import { z } from "zod";
import { sha256Digest } from "../../documents/sha256Digest.ts";
import type { SignedCheckpoint } from "./signedCheckpoint.ts";

const word = z.string().regex(/^0x[0-9a-f]{64}$/, "is not 32 bytes in lower-case hex");
const count = z.int().nonnegative();
const table = z.strictObject({
  table: z.string().regex(/^[a-z][a-z0-9_]{0,62}$/, "is no name of a table"),
  rows: count,
  digest: word,
});

/** SHA-256 over a line `table rows digest` for each table, as a gateway and replay make it. */
function digestOf(tables: readonly z.infer<typeof table>[]): string {
  const lines = tables.map((each) => `${each.table} ${each.rows} ${each.digest.slice(2)}\n`);
  return sha256Digest(lines.join(""));
}

/** Form of a signed checkpoint in a file. Anything else in it, or any other spelling of the same, is refused. */
export const checkpointForm: z.ZodType<SignedCheckpoint> = z
  .strictObject({
    chainId: z.int().positive(),
    genesisHash: word,
    block: count,
    blockHash: word,
    stateRoot: word,
    digest: word.nullable(),
    tables: z.array(table).max(1_000),
    signer: z.string().min(1).max(200),
    at: z.iso.datetime(),
    account: z.string().regex(/^0x[0-9a-f]{40}$/, "is not an account in lower-case hex"),
    // One spelling alone: others of the last byte would mean the same signature.
    signature: z.string().regex(/^0x[0-9a-f]{128}1[bc]$/, "is not r, s and 27 or 28 in hex"),
  })
  .refine(({ digest, tables }) => digest === (tables.length === 0 ? null : digestOf(tables)), {
    message: "is not the digest of the tables",
    path: ["digest"],
  });
