import { open, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { syncDirectory } from "./syncDirectory.ts";

/** Replaces a file's content as one step: after a crash either the old or the new text is there. */
export async function writeDurably(path: string, text: string, mode = 0o644): Promise<void> {
  const draft = `${path}.draft`;
  const file = await open(draft, "w", mode);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
  await syncDirectory(dirname(path));
}
