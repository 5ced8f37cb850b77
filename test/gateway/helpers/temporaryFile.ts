import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A file of its own directory with this content; where it lies. */
export async function temporaryFile(name: string, content: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), "tallystick-")), name);
  await writeFile(file, content);
  return file;
}
