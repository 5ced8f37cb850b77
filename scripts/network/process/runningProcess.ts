import { readFileSync } from "node:fs";
import { z } from "zod";
import { identityOf } from "./identityOf.ts";

const record = z.object({ pid: z.int().min(2), identity: z.string() });

/** The process that a pid file names, if it is still that very process. */
export function runningProcess(pidFile: string): number | undefined {
  let text: string;
  try {
    text = readFileSync(pidFile, "utf8");
  } catch {
    return undefined;
  }
  const { success, data } = record.safeParse(JSON.parse(text));
  return success && identityOf(data.pid) === data.identity ? data.pid : undefined;
}
