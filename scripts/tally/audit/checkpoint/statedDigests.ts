import type { Checkpoint } from "@tallystick/sdk";
import { z } from "zod";
import { readGateway } from "../../readGateway.ts";
import { AuditFailure } from "./AuditFailure.ts";
import { readJson } from "./readJson.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const form = z.looseObject({
  block: z.int().nonnegative(),
  blockHash: z.string(),
  digest: sha256,
  tables: z.array(z.looseObject({ table: z.string(), rows: z.int(), digest: sha256 })),
});
const PATIENCE_MS = 600_000;

/** Where the digests of the tables come from. */
export type DigestSource = { readonly digests?: string; readonly gateway?: string };

/** Digests of a ledger's state, and of which block they are. */
export type StatedDigests = Pick<Checkpoint, "block" | "blockHash" | "digest" | "tables">;

async function answered({ digests, gateway }: DigestSource): Promise<unknown> {
  if (digests !== undefined) return readJson(digests);
  if (gateway === undefined) return undefined;
  const { body, refusal } = await readGateway(gateway, "/v1/projection/digests", PATIENCE_MS);
  if (refusal !== undefined) throw new AuditFailure(refusal.message);
  return body;
}

/** Digests out of a replay's file or from a gateway; undefined where neither is named. */
export async function statedDigests(source: DigestSource): Promise<StatedDigests | undefined> {
  const answer = await answered(source);
  if (answer === undefined) return undefined;
  const read = form.safeParse(answer);
  if (!read.success) throw new AuditFailure("What should be digests of tables is none.");
  const { block, blockHash, digest, tables } = read.data;
  return {
    ...{ block, blockHash: blockHash.toLowerCase(), digest: `0x${digest}` },
    tables: tables.map((each) => ({
      table: each.table,
      rows: each.rows,
      digest: `0x${each.digest}`,
    })),
  };
}
