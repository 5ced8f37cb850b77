import { open, rm } from "node:fs/promises";
import { anchorManifest, type ManifestLine } from "../../sdk/anchors/anchorManifest.ts";
import { buildAnchor } from "../../sdk/anchors/buildAnchor.ts";
import { AnchorError } from "../../sdk/errors/AnchorError.ts";
import { Progress } from "../demo/Progress.ts";
import { anchorSource } from "./anchorSource.ts";

export type AnchorBuildOptions = { readonly out: string };

/** Characters that are written at once. */
const batch = 1 << 18;

/** A manifest that is being written: never over what is there, readable by its owner alone. */
async function openManifest(file: string) {
  const handle = await open(file, "wx", 0o600).catch((cause: unknown) => {
    throw new AnchorError("anchor-manifest-invalid", `${file} can't be written anew.`, { cause });
  });
  let waiting = "";
  const flush = async (): Promise<void> => {
    const text = waiting;
    waiting = "";
    await handle.appendFile(text);
  };
  return {
    add(line: ManifestLine): Promise<void> | undefined {
      waiting += anchorManifest.write(line);
      return waiting.length < batch ? undefined : flush();
    },
    async close(): Promise<void> {
      await flush();
      await handle.sync();
      await handle.close();
    },
    async discard(): Promise<void> {
      await handle.close();
      await rm(file, { force: true });
    },
  };
}

/** Salts every document of a folder or a list, writes the manifest and answers the root, in bounded memory. */
export async function anchorBuild(from: string, { out }: AnchorBuildOptions) {
  const progress = new Progress();
  const source = await anchorSource(from, (by) => progress.advance(by));
  const manifest = await openManifest(out);
  const began = performance.now();
  progress.begin("documents", source.total);
  try {
    const tree = await buildAnchor(source.documents, {
      keep: ({ name }, salted) => manifest.add({ name, ...salted }),
    });
    const root = tree.rootHex();
    await manifest.add({ root, count: tree.count });
    await manifest.close();
    const seconds = Math.round(performance.now() - began) / 1_000;
    return { root, count: tree.count, manifest: out, seconds };
  } catch (error) {
    await manifest.discard();
    throw error;
  } finally {
    progress.end();
  }
}
