import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { GatewayConfig } from "../../gateway/config/gatewayConfig.ts";
import { generateTagKey } from "../../sdk/tags/blind/generateTagKey.ts";
import { parseTagKeySet } from "../../sdk/tags/blind/parseTagKeySet.ts";
import { tagShareFile } from "../../sdk/tags/blind/tagShareFile.ts";
import { writeDurably } from "../ledger/writeDurably.ts";
import { StackError } from "./StackError.ts";

/** Share servers of a ledger that one machine runs by itself, and how many of them make a tag. */
const servers = 5;
const threshold = 3;

/** The tag key that a ledger begins with. */
export interface StackTagKey {
  /** Public key of key epoch 1, 32 bytes in hex. */
  readonly publicKey: string;
  /** What the gateway is told beside its environment. */
  readonly config: Partial<GatewayConfig>;
}

async function firstPublicKey(keysFile: string): Promise<string> {
  const sets = z.array(z.unknown()).parse(JSON.parse(await readFile(keysFile, "utf8")));
  const first = sets.map(parseTagKeySet).find(({ epoch }) => epoch === 1);
  if (first !== undefined) return first.groupPublicKey;
  throw new StackError("TAG_KEY_MISSING", `${keysFile} holds no key set of key epoch 1.`);
}

/** Makes the key in a folder of its own that gets its name last, so that a key is whole or isn't there. */
async function makeKey(folder: string, passphrase: string, scryptCost: number): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  const urls = Array.from({ length: servers }, (_, index) => `http://127.0.0.1:${index + 1}`);
  const { keySet, shares } = generateTagKey({ epoch: 1, threshold, urls });
  for (const share of shares) {
    const sealed = await tagShareFile.seal(share, passphrase, scryptCost);
    await writeDurably(join(unfinished, `share-${share.index}.json`), sealed, 0o600);
  }
  await writeDurably(join(unfinished, "keys.json"), JSON.stringify([keySet], null, 2));
  await rename(unfinished, folder);
}

/**
 * The tag key of a ledger that starts here: what the environment pins, where members held a ceremony, else one of this
 * machine's own, whose five shares lie together. Such a key protects from who reads the chain, not from this machine.
 */
export async function tagKeyOf(
  directory: string,
  passphrase: string,
  scryptCost: number,
): Promise<StackTagKey> {
  const pinned = process.env["TAG_KEYS_FILE"];
  if (pinned !== undefined) {
    return { publicKey: await firstPublicKey(pinned), config: {} };
  }
  const folder = join(directory, "tags");
  if (!existsSync(folder)) await makeKey(folder, passphrase, scryptCost);
  const keysFile = join(folder, "keys.json");
  const shareFiles = Array.from({ length: servers }, (_, index) =>
    join(folder, `share-${index + 1}.json`),
  );
  return {
    publicKey: await firstPublicKey(keysFile),
    config: { tagKeysFile: keysFile, tagShareFiles: shareFiles, tagSharesTogether: true },
  };
}
