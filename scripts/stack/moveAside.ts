import { existsSync } from "node:fs";
import { rename } from "node:fs/promises";

/** Renames a directory so that nothing is lost, and says where it went; undefined when there was none. */
export async function moveAside(directory: string): Promise<string | undefined> {
  if (!existsSync(directory)) return undefined;
  const aside = `${directory}.${new Date().toISOString().replace(/[:.]/g, "-")}`;
  await rename(directory, aside);
  return aside;
}
