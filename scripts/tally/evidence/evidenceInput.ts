import { readFile } from "node:fs/promises";
import { EvidenceError } from "../../../sdk/errors/EvidenceError.ts";

/** The text of a file that a verb of evidence takes. */
export async function evidenceInput(file: string): Promise<string> {
  return readFile(file, "utf8").catch((cause: unknown) => {
    throw new EvidenceError("evidence-unreadable", `${file} can't be read.`, { cause });
  });
}
