import { ProblemError } from "../../gateway/errors/problemError.ts";

type Answer = Readonly<Record<string, unknown>>;

function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Codes of errors about files and hosts that Node gives. */
function isUnread(error: Error): boolean {
  return "code" in error && /^(ENOENT|EACCES|EISDIR)$/.test(String(error.code));
}

/**
 * Prints what an operator's verb answers, for people or as one JSON object. Why it was refused goes to standard error
 * as a sentence, with exit code 1; 3 when a file could not be read.
 */
export async function printOutcome(json: boolean, work: () => Promise<Answer>): Promise<void> {
  try {
    const answer = await work();
    const lines = Object.entries(answer).map(([name, value]) => `${name}: ${shown(value)}`);
    console.log(json ? JSON.stringify(answer) : lines.join("\n"));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const code = error instanceof ProblemError ? error.code : "refused";
    const { message } = error;
    console.error(message);
    if (json) console.log(JSON.stringify({ error: { code, message } }));
    process.exitCode = isUnread(error) ? 3 : 1;
  }
}
