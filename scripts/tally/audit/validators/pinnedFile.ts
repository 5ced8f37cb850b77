import { readFile } from "node:fs/promises";
import { readWarpTrust, type WarpSet, type WarpTrust } from "@tallystick/sdk";
import { z } from "zod";
import { AuditFailure } from "../checkpoint/AuditFailure.ts";

/** A file of pinned validators, whose last set was not agreed to yet. */
export type PinnedFile = {
  /** All of the file, other fields included. */
  readonly json: Readonly<Record<string, unknown>> & { readonly sets: readonly object[] };
  /** What it pins without the last set. */
  readonly before: WarpTrust;
  readonly next: WarpSet;
};

const form = z.looseObject({ sets: z.array(z.looseObject({})) });

/** Reads it; the last of at least two sets is the one that those before are to agree to. */
export async function pinnedFile(file: string): Promise<PinnedFile> {
  try {
    const json = form.parse(JSON.parse(await readFile(file, "utf8")));
    const { sets, ...chain } = readWarpTrust(json);
    const next = sets.at(-1);
    if (next !== undefined && sets.length > 1) {
      return { json, before: { ...chain, sets: sets.slice(0, -1) }, next };
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AuditFailure(`${file} can't be used: ${reason}`, { cause });
  }
  throw new AuditFailure(`${file} has one set: add the next one, with its fromBlock.`);
}
