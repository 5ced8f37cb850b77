import { readFile } from "node:fs/promises";
import { BaseError, readWarpTrust, WarpCollector, type WarpTrust, warpNode } from "@tallystick/sdk";

/** Pinned validators, and who asks them. */
export interface Pinned {
  readonly trust: WarpTrust;
  readonly collector: WarpCollector;
}

/** Reads them; the same object while the file is the same. */
export type ReadPinned = () => Promise<Pinned>;

function trustIn(file: string, text: string): WarpTrust {
  try {
    return readWarpTrust(JSON.parse(text));
  } catch (cause) {
    const reason = cause instanceof BaseError ? cause.message : "it is no JSON.";
    throw new Error(`VALIDATORS_FILE: ${file} can't be used: ${reason}`, { cause });
  }
}

/** Reads the pinned validators out of their file, each time that it changed. Rejects with a sentence when it can't be used. */
export function readPinned(file: string, urls: readonly string[]): ReadPinned {
  let known: { readonly text: string; readonly pinned: Pinned } | undefined;
  return async () => {
    const text = await readFile(file, "utf8").catch((cause: unknown) => {
      throw new Error(`VALIDATORS_FILE: ${file} can't be read.`, { cause });
    });
    if (known?.text === text) return known.pinned;
    const trust = trustIn(file, text);
    const nodes = urls.map((url) => warpNode(url));
    const pinned = { trust, collector: new WarpCollector(trust, nodes) };
    known = { text, pinned };
    return pinned;
  };
}
