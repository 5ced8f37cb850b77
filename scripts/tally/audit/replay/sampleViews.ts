import {
  type LedgerDeployment,
  ledgerInterfaces,
  type MemoryTables,
  type ReplayFinding,
  type Row,
} from "@tallystick/sdk";
import { id } from "ethers";
import type { AuditNode, NodeCall } from "./AuditNode.ts";
import { contractViews } from "./contractViews.ts";
import { NodeError } from "./NodeError.ts";

/** What sampling came to. */
export type Samples = {
  readonly checked: number;
  readonly findings: readonly ReplayFinding[];
  /** False when the node has not got the state of that block any more. */
  readonly available: boolean;
};

const PER_TABLE = 3;
/** JSON-RPC's code of a call that a contract refused, in nodes that follow geth; others say so in words. */
const REVERTED = 3;
const SPACE = 2 ** 32;

/** Numbers from 0 to below 1 that hang on a seed alone. */
function* numbersOf(seed: string): Generator<number> {
  for (let round = 0; ; round += 1) {
    const digest = id(`${seed} ${round}`);
    for (let at = 2; at < digest.length; at += 8) {
      yield Number.parseInt(digest.slice(at, at + 8), 16) / SPACE;
    }
  }
}

function chosen(rows: ReadonlyMap<unknown, Row>, numbers: Generator<number>): Row[] {
  const places = new Set<number>();
  for (let index = 0; index < Math.min(PER_TABLE, rows.size); index += 1) {
    places.add(Math.floor(Number(numbers.next().value) * rows.size));
  }
  const last = Math.max(...places);
  const found: Row[] = [];
  let at = 0;
  for (const row of rows.values()) {
    if (places.has(at)) found.push(row);
    if (at === last) break;
    at += 1;
  }
  return found;
}

function fieldsOf(table: string, data: string): Readonly<Record<string, unknown>> {
  const view = contractViews[table];
  if (view === undefined) return {};
  const answer = ledgerInterfaces[view.contract].decodeFunctionResult(view.verb, data);
  const first = answer[0];
  return (typeof first === "object" ? first.toObject() : answer.toObject()) as Record<
    string,
    unknown
  >;
}

/** `data` is undefined where the contract refused to answer: it knows no such thing. */
function differencesOf(
  table: string,
  row: Row,
  data: string | undefined,
  block: number,
): ReplayFinding[] {
  const view = contractViews[table];
  const what = `${table} ${view?.arguments(row).join(", ")}`;
  const asked = `${view?.contract}.${view?.verb}`;
  const place = { code: "view-differs", block, transaction: null, log: null };
  if (data === undefined) {
    const sentence = `${asked} knows no ${what}, of which the events tell.`;
    return [{ ...place, sentence, field: what, expected: "an answer", actual: null }];
  }
  const fields = fieldsOf(table, data);
  return Object.entries(view?.expected(row) ?? {}).flatMap(([field, expected]) => {
    const actual = BigInt(String(fields[field]));
    if (actual === expected) return [];
    const sentence = `${asked} says something else of ${what} than the events.`;
    const pair = { expected: String(expected), actual: String(actual) };
    return [{ ...place, sentence, field: `${what} ${field}`, ...pair }];
  });
}

function isRevert(error: unknown): boolean {
  return error instanceof NodeError && (error.code === REVERTED || /revert/i.test(error.message));
}

/** What contracts answer; undefined for calls that they refuse, which a batch alone does not tell apart. */
async function answersTo(
  node: AuditNode,
  calls: readonly NodeCall[],
): Promise<readonly (string | undefined)[]> {
  const refused = (error: unknown): undefined => {
    if (!isRevert(error)) throw error;
  };
  const together = await node.batch(calls).catch(refused);
  if (together !== undefined) return together.map(String);
  return Promise.all(
    calls.map((call) =>
      node
        .send(...call)
        .then(String)
        .catch(refused),
    ),
  );
}

/** Asks contracts about rows at random positions, as of the block that was just folded. */
export async function sampleViews(
  node: AuditNode,
  { addresses }: LedgerDeployment,
  tables: MemoryTables,
  block: number,
  seed: string,
): Promise<Samples> {
  const numbers = numbersOf(`${seed} ${block}`);
  const asked = Object.keys(contractViews).flatMap((table) => {
    const rows = tables.live.get(table)?.rows;
    return rows === undefined || rows.size === 0
      ? []
      : chosen(rows, numbers).map((row) => ({ table, row }));
  });
  if (asked.length === 0) return { checked: 0, findings: [], available: true };
  const tag = `0x${block.toString(16)}`;
  try {
    const answers = await answersTo(
      node,
      asked.map(({ table, row }) => {
        const { contract, verb, arguments: values } = contractViews[table] ?? {};
        if (contract === undefined || verb === undefined) throw new Error(`no view of ${table}`);
        const data = ledgerInterfaces[contract].encodeFunctionData(verb, values?.(row));
        return ["eth_call", { to: addresses[contract], data }, tag];
      }),
    );
    const findings = asked.flatMap(({ table, row }, index) =>
      differencesOf(table, row, answers[index], block),
    );
    return { checked: asked.length, findings, available: true };
  } catch (error) {
    if (error instanceof NodeError) return { checked: 0, findings: [], available: false };
    throw error;
  }
}
