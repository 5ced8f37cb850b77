import { digestTables, type MemoryTables, type ReplayFinding } from "@tallystick/sdk";
import { z } from "zod";
import { readGateway } from "../../readGateway.ts";
import { NodeUnusable } from "./NodeUnusable.ts";

const answer = z.object({
  block: z.int(),
  blockHash: z.string(),
  digest: z.string(),
  tables: z.array(z.object({ table: z.string(), rows: z.int(), digest: z.string() })),
});

/** What a gateway says that its tables hold. */
export type GatewayDigests = z.infer<typeof answer>;

const PATIENCE_MS = 600_000;

async function read(gateway: string): Promise<GatewayDigests> {
  const { body, refusal } = await readGateway(gateway, "/v1/projection/digests", PATIENCE_MS);
  if (refusal !== undefined) throw new NodeUnusable(refusal.message);
  return answer.parse(body);
}

function differing(
  tables: MemoryTables,
  digests: GatewayDigests,
  blockHash: string,
): readonly ReplayFinding[] {
  const place = { code: "digest-differs", block: digests.block, transaction: null, log: null };
  if (digests.blockHash !== blockHash) {
    const sentence = `The gateway has another block ${digests.block} than the node.`;
    return [
      { ...place, sentence, field: "blockHash", expected: blockHash, actual: digests.blockHash },
    ];
  }
  const theirs = new Map(digests.tables.map((each) => [each.table, each]));
  const own = digestTables(tables).tables.flatMap((expected) => {
    const actual = theirs.get(expected.table);
    theirs.delete(expected.table);
    if (actual?.digest === expected.digest && actual.rows === expected.rows) return [];
    const sentence = `The gateway's table ${expected.table} is not what the events say.`;
    const told = actual === undefined ? null : `${actual.rows} rows, ${actual.digest}`;
    const pair = { expected: `${expected.rows} rows, ${expected.digest}`, actual: told };
    return [{ ...place, sentence, field: expected.table, ...pair }];
  });
  const more = [...theirs.values()].map(({ table, rows, digest }) => {
    const sentence = `The gateway has a table ${table} that no events make.`;
    return { ...place, sentence, field: table, expected: null, actual: `${rows} rows, ${digest}` };
  });
  return [...own, ...more];
}

/** A gateway's digests, and in what they differ from a replay's tables at the same block. */
export const compareDigests = { read, differing } as const;
