import { open } from "node:fs/promises";

/** Makes the names in a directory durable, where the platform can (Windows cannot open one). */
export async function syncDirectory(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const directory = await open(path, "r");
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
