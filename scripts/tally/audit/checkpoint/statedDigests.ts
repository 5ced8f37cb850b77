import { type Checkpoint, ConsensusError } from "@tallystick/sdk";
import { z } from "zod";
import { readGateway } from "../../readGateway.ts";
import { AuditFailure } from "./AuditFailure.ts";
import { readJson } from "./readJson.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const state = {
  digest: sha256,
  tables: z.array(z.looseObject({ table: z.string(), rows: z.int(), digest: sha256 })),
};
const block = z.int().nonnegative();
const form = z.union([
  // As a gateway answers them.
  z.looseObject({ block, blockHash: z.string(), ...state }),
  // The report.json of a replay.
  z
    .looseObject({
      scope: z.looseObject({ range: z.looseObject({ to: block, toHash: z.string() }) }),
      firstMismatch: z.looseObject({ sentence: z.string() }).nullable(),
      digests: z.looseObject(state),
    })
    .transform(({ scope: { range }, firstMismatch, digests }) => ({
      ...{ block: range.to, blockHash: range.toHash, mismatch: firstMismatch?.sentence },
      ...{ digest: digests.digest, tables: digests.tables },
    })),
]);
const PATIENCE_MS = 600_000;

/** Where the digests of the tables come from. */
export type DigestSource = {
  /** `report.json` of a replay, or a gateway's answer that was kept. */
  readonly digests?: string;
  readonly gateway?: string;
};

/** Digests of a ledger's state, and of which block they are. */
export type StatedDigests = Pick<Checkpoint, "block" | "blockHash" | "digest" | "tables">;

async function answered({ digests, gateway }: DigestSource): Promise<unknown> {
  if (digests !== undefined) return readJson(digests);
  if (gateway === undefined) return undefined;
  const { body, refusal } = await readGateway(gateway, "/v1/projection/digests", PATIENCE_MS);
  if (refusal !== undefined) throw new AuditFailure(refusal.message);
  return body;
}

/**
 * Digests out of a replay's report or from a gateway; undefined where neither is named.
 *
 * @throws ConsensusError `checkpoint-ledger-differs` where the replay found that the ledger isn't what it says
 */
export async function statedDigests(source: DigestSource): Promise<StatedDigests | undefined> {
  const answer = await answered(source);
  if (answer === undefined) return undefined;
  const read = form.safeParse(answer);
  if (!read.success) throw new AuditFailure("What should be digests of tables is none.");
  const { block: at, blockHash, digest, tables } = read.data;
  if ("mismatch" in read.data && typeof read.data.mismatch === "string") {
    const sentence = `The replay found a mismatch, and its state is not signed: ${read.data.mismatch}`;
    throw new ConsensusError("checkpoint-ledger-differs", sentence);
  }
  return {
    ...{ block: at, blockHash: blockHash.toLowerCase(), digest: `0x${digest}` },
    tables: tables.map((each) => ({
      table: each.table,
      rows: each.rows,
      digest: `0x${each.digest}`,
    })),
  };
}
