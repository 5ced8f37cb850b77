import { readFile } from "node:fs/promises";
import {
  avalancheHeaders,
  type BlockHeader,
  type ReplayFinding,
  readWarpTrust,
  WarpCollector,
  type WarpTrust,
  warpNode,
  warpProof,
} from "@tallystick/sdk";
import type { AuditEngine } from "./auditEngine.ts";
import { NodeUnusable } from "./NodeUnusable.ts";

/** Whose signatures count, and which nodes are asked for them. */
export type SignedEngineSettings = {
  /** File of the pinned keys. */
  readonly validators: string;
  readonly warpUrls: readonly string[];
};

type Saved = { readonly number: string; readonly hash: string; readonly inRow: number };

async function trustIn(file: string): Promise<WarpTrust> {
  try {
    return readWarpTrust(JSON.parse(await readFile(file, "utf8")));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new NodeUnusable(`${file} does not say who signs blocks: ${reason}`, { cause });
  }
}

function keysOf({ sets }: WarpTrust, at: number): string[] {
  return sets[at]?.validators.map(({ publicKey }) => publicKey) ?? [];
}

function changesOf(trust: WarpTrust): ReturnType<AuditEngine["facts"]>["changes"] {
  return trust.sets.slice(1).map(({ fromBlock }, index) => {
    const [before, after] = [keysOf(trust, index), keysOf(trust, index + 1)];
    const added = after.filter((key) => !before.includes(key));
    const removed = before.filter((key) => !after.includes(key));
    return { block: Number(fromBlock), added, removed };
  });
}

/**
 * Avalanche's chains: headers carry no seals, so the validators are asked to sign for the last block. What they sign covers all
 * blocks that it descends from, which the replay has followed hash by hash.
 */
export async function signedEngine(
  name: string,
  { validators, warpUrls }: SignedEngineSettings,
): Promise<AuditEngine> {
  const trust = await trustIn(validators);
  const collector = new WarpCollector(
    trust,
    warpUrls.map((url) => warpNode(url)),
  );
  let last: Pick<BlockHeader, "number" | "hash"> | undefined;
  // Blocks in a row, each the parent of the next, of which `last` is the end.
  let inRow = 0;
  let checked = 0;

  function findingOf(number: bigint, reasons: readonly string[], signed: number): ReplayFinding {
    const sentence = `Only ${signed} validators sign for block ${number}: ${reasons.join("; ")}.`;
    const place = { block: Number(number), transaction: null, log: null };
    const pair = {
      expected: "a block that the validators accepted",
      actual: `${signed} signatures`,
    };
    return { code: "seals", sentence, ...place, field: "hash", ...pair };
  }

  return {
    headers: avalancheHeaders,
    get checked() {
      return checked;
    },
    follow(header) {
      inRow = last !== undefined && header.parentHash === last.hash ? inRow + 1 : 1;
      last = { number: header.number, hash: header.hash };
      return [];
    },
    async finish() {
      if (last === undefined) return [];
      const said = await collector.collect(last);
      checked = inRow;
      if (said.outcome === "proved") return [];
      const { signed, refused, silent } = said;
      if (refused.length > 0) return [findingOf(last.number, [...refused, ...silent], signed)];
      const sentence = `Too few validators answer to prove block ${last.number}: ${signed} of ${warpUrls.length} nodes signed.`;
      throw new NodeUnusable([sentence, ...silent].join(" "));
    },
    facts: () => ({
      name,
      proof: "warp",
      proves: warpProof.proves,
      validators: keysOf(trust, 0),
      changes: changesOf(trust),
    }),
    save: (): Saved | null =>
      last === undefined ? null : { number: last.number.toString(), hash: last.hash, inRow },
    load(state) {
      if (state === null) return;
      const saved = state as Saved;
      last = { number: BigInt(saved.number), hash: saved.hash };
      ({ inRow } = saved);
    },
  };
}
