import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { TagError } from "../../sdk/errors/TagError.ts";
import { parseTagKeySet } from "../../sdk/tags/blind/parseTagKeySet.ts";
import type { TagKeySet } from "../../sdk/tags/blind/tagKeySet.ts";
import type { TagShare } from "../../sdk/tags/blind/tagShare.ts";
import { tagShareFile } from "../../sdk/tags/blind/tagShareFile.ts";

const keySets = z.array(z.unknown()).min(1);

async function textOf(file: string): Promise<string> {
  return readFile(file, "utf8").catch((cause: unknown) => {
    throw new TagError("tag-key-set-invalid", `${file} can't be read.`, { cause });
  });
}

/** What encrypts share files: the gateways' own passphrase opens them later. */
function passphrase(): string {
  const text = process.env["KEYSTORE_PASSPHRASE"] ?? "";
  if (text.length >= 12) return text;
  const sentence =
    "KEYSTORE_PASSPHRASE must be set, with 12 characters or more: it encrypts shares.";
  throw new TagError("tag-share-invalid", sentence);
}

/** As gateways are told it: less than the default only for tests and demonstrations. */
function scryptCost(): number {
  const given = Number(process.env["KEYSTORE_SCRYPT_COST"] ?? 131_072);
  if (Number.isInteger(Math.log2(given)) && given >= 1_024) return given;
  const sentence = "KEYSTORE_SCRYPT_COST must be a power of two from 1,024 on.";
  throw new TagError("tag-share-invalid", sentence);
}

/** Files of tag keys, as gateways read them: TAG_KEYS_FILE and TAG_SHARE_FILES. */
export const tagFiles = {
  async readKeySets(file: string): Promise<readonly TagKeySet[]> {
    const text = await textOf(file);
    try {
      return keySets.parse(JSON.parse(text)).map(parseTagKeySet);
    } catch (cause) {
      if (cause instanceof TagError) throw cause;
      throw new TagError("tag-key-set-invalid", `${file} holds no tag key sets.`, { cause });
    }
  },

  async readShares(files: readonly string[]): Promise<readonly TagShare[]> {
    const secret = passphrase();
    return Promise.all(files.map(async (file) => tagShareFile.open(await textOf(file), secret)));
  },

  /** What share files are encrypted with. */
  secrecy() {
    return { passphrase: passphrase(), scryptCost: scryptCost() };
  },

  /** Writes a new file, which only its owner reads when it is secret; never over what is there. */
  async create(
    folder: string,
    name: string,
    text: string,
    kind: "public" | "secret",
  ): Promise<string> {
    await mkdir(folder, { recursive: true });
    const file = join(folder, name);
    const mode = kind === "secret" ? 0o600 : 0o644;
    await writeFile(file, text, { flag: "wx", mode }).catch((cause: unknown) => {
      throw new TagError("tag-ceremony-invalid", `${file} can't be written anew.`, { cause });
    });
    return file;
  },

  /** Writes JSON for others to fetch; what an earlier run wrote must be the same. */
  async offer(
    folder: string,
    name: string,
    value: unknown,
    kind: "public" | "secret",
  ): Promise<void> {
    const text = `${JSON.stringify(value, null, 2)}\n`;
    const known = await readFile(join(folder, name), "utf8").catch(() => undefined);
    if (known === text) return;
    await tagFiles.create(folder, name, text, kind);
  },

  /** Writes keys.json and share-N.json into a folder. */
  async write(
    folder: string,
    sets: readonly TagKeySet[],
    shares: readonly TagShare[],
  ): Promise<{ readonly keysFile: string; readonly shareFiles: readonly string[] }> {
    const { passphrase: secret, scryptCost: cost } = tagFiles.secrecy();
    const keys = `${JSON.stringify(sets, null, 2)}\n`;
    const keysFile = await tagFiles.create(folder, "keys.json", keys, "public");
    const shareFiles: string[] = [];
    for (const share of shares) {
      const text = await tagShareFile.seal(share, secret, cost);
      shareFiles.push(await tagFiles.create(folder, `share-${share.index}.json`, text, "secret"));
    }
    return { keysFile, shareFiles };
  },
} as const;
