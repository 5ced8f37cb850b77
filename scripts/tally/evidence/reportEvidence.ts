import { BaseError } from "../../../sdk/errors/BaseError.ts";

/** Codes of what could not be read at all; every other error is a refusal. */
const unread = new Set([
  "evidence-unreadable",
  "evidence-trust-unreadable",
  "evidence-not-exported",
  "deployment-unreadable",
  "checkpoint-invalid",
  "time-not-a-date",
  "time-not-a-time",
]);

/** An answer as JSON says it: whole numbers as decimal strings. */
function jsonOf(answer: object): string {
  return JSON.stringify(answer, (_, value: unknown) =>
    typeof value === "bigint" ? value.toString() : value,
  );
}

/**
 * Prints what a verb of evidence answers, for people or as one JSON object. What is refused ends with 1, what could not be
 * read with 3; both say why.
 */
export async function reportEvidence<Answer extends object>(
  json: boolean | undefined,
  work: () => Promise<Answer>,
  linesOf: (answer: Answer) => readonly string[],
): Promise<void> {
  try {
    const answer = await work();
    console.log(json === true ? jsonOf(answer) : linesOf(answer).join("\n"));
  } catch (error) {
    // Any other error is a fault of this program, and its stack is worth seeing.
    if (!(error instanceof BaseError)) throw error;
    const { code, message, details } = error;
    process.exitCode = unread.has(code) ? 3 : 1;
    console.error(process.exitCode === 1 ? `Refused: ${message}` : message);
    const outcome = process.exitCode === 1 ? "refused" : "unreadable";
    if (json === true) console.log(jsonOf({ outcome, error: { code, message, details } }));
  }
}
