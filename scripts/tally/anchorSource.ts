import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { createInterface } from "node:readline";
import { AnchorError } from "../../sdk/errors/AnchorError.ts";

/** A document to anchor: its name and the SHA-256 of its bytes in hex. */
export type SourceDocument = { readonly name: string; readonly digest: string };

/** Documents in order, and how much work they are: files of a folder or bytes of a list. */
export type AnchorSource = {
  readonly total: number;
  readonly documents: AsyncIterable<SourceDocument>;
};

type Advance = (by: number) => void;

const listLine = /^(?<hex>[0-9a-f]{64}) [ *](?<name>.+)$/;

async function* filesOf(folder: string, names: readonly string[], advance: Advance) {
  for (const name of names) {
    const hash = createHash("sha256");
    for await (const part of createReadStream(join(folder, name))) hash.update(part as Uint8Array);
    yield { name, digest: `0x${hash.digest("hex")}` };
    advance(1);
  }
}

async function* linesOf(list: string, advance: Advance) {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(list) })) {
    number += 1;
    const { hex, name } = listLine.exec(line)?.groups ?? {};
    if (hex === undefined || name === undefined) {
      const sentence = `${list}, line ${number}: is not 64 small hex digits, two spaces and a name, as sha256sum writes.`;
      throw new AnchorError("anchor-manifest-invalid", sentence);
    }
    yield { name, digest: `0x${hex}` };
    advance(Buffer.byteLength(line) + 1);
  }
}

/**
 * The files below a folder by their names, or the lines of a list that sha256sum wrote.
 *
 * @param advance is told how much of `total` is done
 * @throws AnchorError `anchor-source-unreadable`; while it is read, `anchor-manifest-invalid` for a line that is none
 */
export async function anchorSource(source: string, advance: Advance): Promise<AnchorSource> {
  const found = await stat(source).catch((cause: unknown) => {
    throw new AnchorError("anchor-source-unreadable", `${source} can't be read.`, { cause });
  });
  if (!found.isDirectory()) return { total: found.size, documents: linesOf(source, advance) };
  const entries = await readdir(source, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(source, join(entry.parentPath, entry.name)))
    .sort();
  return { total: names.length, documents: filesOf(source, names, advance) };
}
