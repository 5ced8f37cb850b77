import { readFile } from "node:fs/promises";
import { AuditFailure } from "./AuditFailure.ts";

/** What a file of JSON holds. */
export async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AuditFailure(`${file} can't be read as JSON: ${reason}.`, { cause });
  }
}
